import { Adapter, type BroadcastOptions } from "socket.io-adapter";

/** A broadcast with this flag is heard only by those of its rooms who are in this room too. */
export type Narrowing = { within?: string };

type Reach = { apply: (options: BroadcastOptions, visit: (socket: { id: string }) => void) => void };

/**
 * The same adapter, which knows `Narrowing`. Socket.IO's rooms can be added and excepted, not intersected; flags travel with a
 * broadcast to other nodes, so that each judges by its own rooms at the moment of the delivery.
 */
export const narrowed = <Given extends Adapter>(adapter: Given): Given => {
  const reach = adapter as unknown as Reach;
  const reachAll = reach.apply.bind(adapter);
  reach.apply = (options, visit) => {
    const { within } = (options.flags ?? {}) as Narrowing;
    if (within === undefined) return reachAll(options, visit);
    const heard = adapter.rooms.get(within);
    return reachAll(options, (socket) => {
      if (heard?.has(socket.id)) visit(socket);
    });
  };
  return adapter;
};

/** What reaches the sockets of one process. */
export class NarrowedAdapter extends Adapter {
  constructor(...given: ConstructorParameters<typeof Adapter>) {
    super(...given);
    narrowed(this);
  }
}

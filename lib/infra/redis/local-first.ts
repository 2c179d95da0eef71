import { Adapter, type BroadcastOptions, type ClusterAdapter, MessageType } from "socket.io-adapter";

type Packet = Parameters<Adapter["broadcast"]>[0];
type News =
  | { type: MessageType.BROADCAST; data: { packet: Packet; opts: object } }
  | { type: MessageType.SOCKETS_JOIN | MessageType.SOCKETS_LEAVE; data: { opts: object; rooms: string[] } }
  | { type: MessageType.DISCONNECT_SOCKETS; data: { opts: object; close: boolean } }
  | { type: MessageType.HEARTBEAT };
type Speaking = { publish: (news: News) => void };

const own = Adapter.prototype;
const written = ({ rooms, except, flags }: BroadcastOptions): object => ({
  rooms: [...rooms],
  except: [...(except ?? [])],
  flags,
});

/**
 * The same adapter, which reaches the sockets of its own node first and without waiting. As it comes it asks Redis first, and
 * delivers nothing to anybody while Redis is away (reliability.md, fact 13). What others do not hear then, they hear by a sync.
 */
export const localFirst = (adapter: ClusterAdapter, isUp: () => boolean): ClusterAdapter => {
  const tell = (options: BroadcastOptions, news: News): void => {
    // What is said into a silence would come all at once when it ends, to those who are there then.
    if (options.flags?.local !== true && isUp()) (adapter as unknown as Speaking).publish(news);
  };
  return Object.assign(adapter, {
    broadcast: (packet: Packet, options: BroadcastOptions): void => {
      own.broadcast.call(adapter, packet, options);
      tell(options, { type: MessageType.BROADCAST, data: { packet, opts: written(options) } });
    },
    addSockets: (options: BroadcastOptions, rooms: string[]): void => {
      own.addSockets.call(adapter, options, rooms);
      tell(options, { type: MessageType.SOCKETS_JOIN, data: { opts: written(options), rooms } });
    },
    delSockets: (options: BroadcastOptions, rooms: string[]): void => {
      own.delSockets.call(adapter, options, rooms);
      tell(options, { type: MessageType.SOCKETS_LEAVE, data: { opts: written(options), rooms } });
    },
    disconnectSockets: (options: BroadcastOptions, close: boolean): void => {
      own.disconnectSockets.call(adapter, options, close);
      tell(options, { type: MessageType.DISCONNECT_SOCKETS, data: { opts: written(options), close } });
    },
  });
};

/** Says something that means nothing, so that a reader who has heard nothing yet has a place to read on from. */
export const sayNothing = (adapter: ClusterAdapter): void =>
  (adapter as unknown as Speaking).publish({ type: MessageType.HEARTBEAT });

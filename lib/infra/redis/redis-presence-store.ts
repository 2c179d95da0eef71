import type { DeviceState, Log, PresenceStore, PresenceTurn } from "#lib/domain/ports.ts";
import { createMemoryPresenceStore, type OnSocket } from "../memory-presence-store.ts";
import { createNodeLeases } from "./node-leases.ts";
import type { RedisClient, RedisLink } from "./redis-link.ts";

/** Nobody lingers longer, whatever becomes of the node where they were. */
const LINGER_MS = 5_000;

/** Ends this one time of lingering, and no later one. Answers whether it still lasted. */
const END_LINGERING = `
redis.call('HDEL', KEYS[2], ARGV[2])
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`;

type Options = {
  link: RedisLink;
  /** Names this process among the nodes. */
  nodeId: string;
  log: Log;
};

/** A node may have thousands of sockets, and Redis other things to do. */
const AT_ONCE = 200;
const bitByBit = async <Item>(items: Item[], work: (item: Item) => Promise<unknown>): Promise<void> => {
  for (let done = 0; done < items.length; done += AT_ONCE) await Promise.all(items.slice(done, done + AT_ONCE).map(work));
};

const personKey = (userId: string): string => `uninest:presence:${userId}`;
const lingerKey = (userId: string): string => `uninest:linger:${userId}`;
const nodeKey = (nodeId: string): string => `uninest:node:${nodeId}`;
/** Stands among the sockets of a node: if that goes meanwhile, somebody else tells that they are gone. */
const lingering = (userId: string): string => `lingering ${userId}`;

/**
 * Presence over all nodes. The sockets of this node are in its memory, which is always right about them; Redis holds them for the
 * others: a hash for each person (node and socket → what it says) and one for each node (socket → person), by which others clear up
 * behind a node that died. While Redis is away, a node knows its own sockets alone.
 */
export const createRedisPresenceStore = ({ link, nodeId, log }: Options) => {
  const local = createMemoryPresenceStore();
  const place = (socketId: string): string => `${nodeId} ${socketId}`;
  /** Who had a device less while nobody could say whether they have others. */
  const unsure = new Set<string>();
  let listener: (userIds: string[]) => void = () => undefined;

  const orElse = <Result>(work: (client: RedisClient) => Promise<Result>, otherwise: Result): Promise<Result> =>
    link.ask(work).catch(() => otherwise);

  /** What a person's sockets on other nodes say. */
  const elsewhere = async (userId: string): Promise<DeviceState[]> => {
    const found = await orElse((client) => client.hGetAll(personKey(userId)), {});
    return Object.entries(found)
      .filter(([where]) => !where.startsWith(`${nodeId} `))
      .map(([, state]) => JSON.parse(state) as DeviceState);
  };

  const note = (client: RedisClient, { userId, socketId }: OnSocket, state: DeviceState): Promise<unknown> =>
    Promise.all([
      client.hSet(personKey(userId), place(socketId), JSON.stringify(state)),
      client.hSet(nodeKey(nodeId), socketId, userId),
    ]);

  const strike = (client: RedisClient, { userId, socketId }: OnSocket): Promise<unknown> =>
    Promise.all([client.hDel(personKey(userId), place(socketId)), client.hDel(nodeKey(nodeId), socketId)]);

  const linger = (client: RedisClient, userId: string, mark: string): Promise<unknown> =>
    Promise.all([
      client.set(lingerKey(userId), mark, { expiration: { type: "PX", value: LINGER_MS } }),
      client.hSet(nodeKey(nodeId), lingering(userId), userId),
    ]);

  const withOthers = async (userId: string, turn: PresenceTurn): Promise<PresenceTurn> => {
    const others = await elsewhere(userId);
    return { before: [...turn.before, ...others], after: [...turn.after, ...others] };
  };

  /** Redis has forgotten, or has not heard for a while: what it says of this node becomes what is. */
  const register = async (): Promise<void> => {
    const known = await link.client.hGetAll(nodeKey(nodeId));
    const here = local.all();
    const isHere = new Set(here.map(({ socketId }) => socketId));
    const gone = Object.entries(known).filter(([socketId]) => !isHere.has(socketId));
    await bitByBit(gone, ([socketId, userId]) => strike(link.client, { userId, socketId }));
    await bitByBit(here, async (socket) => {
      // By now it may say something else, or be gone.
      const state = local.stateOf(socket);
      if (state) await note(link.client, socket, state);
    });
    const doubtful = [...unsure];
    unsure.clear();
    if (doubtful.length > 0) listener(doubtful);
  };

  /** Takes out what a node left behind that is no more. */
  const clearUp = async (deadId: string): Promise<void> => {
    const left = await link.client.hGetAll(nodeKey(deadId));
    await bitByBit(Object.entries(left), ([socketId, userId]) => link.client.hDel(personKey(userId), `${deadId} ${socketId}`));
    await link.client.del(nodeKey(deadId));
    const alone: string[] = [];
    await bitByBit([...new Set(Object.values(left))], async (userId) => {
      if ((await store.devices(userId)).length === 0) alone.push(userId);
    });
    listener(alone);
  };

  const leases = createNodeLeases({ link, nodeId, onForgotten: register, onDead: clearUp, log });

  const store: PresenceStore = {
    put: async (userId, socketId, state) => {
      const turn = local.put(userId, socketId, state);
      await orElse((client) => note(client, { userId, socketId }, state), undefined);
      return withOthers(userId, await turn);
    },
    update: async (userId, socketId, state) => {
      const turn = await local.update(userId, socketId, state);
      if (!turn) return undefined;
      await orElse((client) => note(client, { userId, socketId }, state), undefined);
      return withOthers(userId, turn);
    },
    remove: async (userId, socketId, mark) => {
      const turn = local.remove(userId, socketId, mark);
      // In this order: whoever does not find the socket any more finds that they linger.
      const told = link.ask((client) => Promise.all([linger(client, userId, mark), strike(client, { userId, socketId })]));
      await told.catch(() => unsure.add(userId));
      const { before, after } = await withOthers(userId, await turn);
      // It may be that they came back already, and are about to ask whether they lingered: that ends by itself.
      if (after.length > 0) await orElse((client) => client.hDel(nodeKey(nodeId), lingering(userId)), 0);
      return { before, after };
    },
    devices: async (userId) => [...(await local.devices(userId)), ...(await elsewhere(userId))],
    lingers: async (userId) =>
      (await local.lingers(userId)) || (await orElse((client) => client.exists(lingerKey(userId)), 0)) === 1,
    stay: async (userId) => {
      const stayed = await local.stay(userId);
      return (await orElse((client) => client.del(lingerKey(userId)), 0)) === 1 || stayed;
    },
    leave: async (userId, mark) => {
      const left = await local.leave(userId, mark);
      if (!left || !link.isUp()) return left;
      const end = { keys: [lingerKey(userId), nodeKey(nodeId)], arguments: [mark, lingering(userId)] };
      return (await orElse((client) => client.eval(END_LINGERING, end), 1)) === 1;
    },
  };

  return {
    store,
    /** Told of people of whom it was not known how they look, or who went with their node. */
    onDoubt: (tell: (userIds: string[]) => void): void => {
      listener = tell;
    },
    stop: leases.stop,
  };
};

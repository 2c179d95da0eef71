import type { DeviceState, Log, PresenceStore, PresenceTurn } from "#lib/domain/ports.ts";
import { createPresenceMemory, type OnSocket } from "../memory-presence-store.ts";
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
  const local = createPresenceMemory();
  const place = (socketId: string): string => `${nodeId} ${socketId}`;
  /** Who had a device less while nobody could say whether they have others. */
  const unsure = new Set<string>();
  let listener: (userIds: string[]) => void = () => undefined;

  const orElse = <Result>(work: (client: RedisClient) => Promise<Result>, otherwise: Result): Promise<Result> =>
    link.ask(work).catch(() => otherwise);

  const ofOthers = (found: Record<string, string>): DeviceState[] =>
    Object.entries(found)
      .filter(([where]) => !where.startsWith(`${nodeId} `))
      .map(([, state]) => JSON.parse(state) as DeviceState);

  /** What a person's sockets on other nodes say. */
  const elsewhere = async (userId: string): Promise<DeviceState[]> =>
    ofOthers(await orElse((client) => client.hGetAll(personKey(userId)), {}));

  const note = (client: RedisClient, { userId, socketId }: OnSocket, state: DeviceState) =>
    client
      .multi()
      .hSet(personKey(userId), place(socketId), JSON.stringify(state))
      .hSet(nodeKey(nodeId), socketId, userId)
      .hGetAll(personKey(userId));

  const strike = (client: RedisClient, { userId, socketId }: OnSocket) =>
    client.multi().hDel(personKey(userId), place(socketId)).hDel(nodeKey(nodeId), socketId).hGetAll(personKey(userId));

  /** Each change is one moment for all nodes: of two at once, the later one sees the earlier. */
  const withOthers = ({ before, after }: PresenceTurn, others: DeviceState[]): PresenceTurn => ({
    before: [...before, ...others],
    after: [...after, ...others],
  });

  /** Redis has forgotten, or has not heard for a while: what it says of this node becomes what is. */
  const register = async (): Promise<void> => {
    const known = await link.client.hGetAll(nodeKey(nodeId));
    const here = local.all();
    const isHere = new Set(here.map(({ socketId }) => socketId));
    const gone = Object.entries(known).filter(([socketId]) => !isHere.has(socketId));
    await bitByBit(gone, ([socketId, userId]) => strike(link.client, { userId, socketId }).execTyped());
    await bitByBit(here, async (socket) => {
      // By now it may say something else, or be gone.
      const state = local.stateOf(socket);
      if (state) await note(link.client, socket, state).execTyped();
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

  // Told to Redis in the same breath as it happens here: what comes after it must not get there before it.
  const store: PresenceStore = {
    put: async (userId, socketId, state) => {
      const socket = { userId, socketId };
      const { lingered, ...turn } = local.put(socket, state);
      const noted = await orElse((client) => note(client, socket, state).del(lingerKey(userId)).execTyped(), undefined);
      const [, , found = {}, ended = 0] = noted ?? [];
      return { lingered: lingered || ended === 1, ...withOthers(turn, ofOthers(found)) };
    },
    update: async (userId, socketId, state) => {
      const socket = { userId, socketId };
      const turn = local.update(socket, state);
      if (!turn) return undefined;
      const noted = await orElse((client) => note(client, socket, state).execTyped(), undefined);
      return withOthers(turn, ofOthers(noted?.[2] ?? {}));
    },
    remove: async (userId, socketId, mark) => {
      const socket = { userId, socketId };
      const turn = local.remove(socket, mark);
      const lasting = { expiration: { type: "PX", value: LINGER_MS } } as const;
      const strikeAndLinger = (client: RedisClient) =>
        strike(client, socket).set(lingerKey(userId), mark, lasting).hSet(nodeKey(nodeId), lingering(userId), userId).execTyped();
      const struck = await link.ask(strikeAndLinger).catch(() => void unsure.add(userId));
      const { before, after } = withOthers(turn, ofOthers(struck?.[2] ?? {}));
      if (after.length > 0) {
        // They are still at another node, which knows when they have gone from there; here nothing may say that they linger.
        local.leave(userId, mark);
        await orElse((client) => client.hDel(nodeKey(nodeId), lingering(userId)), 0);
      }
      return { before, after };
    },
    devices: async (userId) => [...local.devices(userId), ...(await elsewhere(userId))],
    lingers: async (userId) => local.lingers(userId) || (await orElse((client) => client.exists(lingerKey(userId)), 0)) === 1,
    leave: async (userId, mark) => {
      if (!local.leave(userId, mark)) return false;
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

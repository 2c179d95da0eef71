import { setTimeout as delay } from "node:timers/promises";
import type { createClient, RedisClientOptions } from "redis";
import type { Log } from "#lib/domain/ports.ts";
import { within } from "./within.ts";

/** So often it is looked whether Redis is there. */
const BEAT_MS = 500;
/** Who asks Redis for something does not wait longer: there is a way without it. */
const PATIENCE_MS = 250;
/** One who is only slow is not away: while it is, other nodes are told nothing. */
const AWAY_MS = 1_000;
/** A connection on which nothing has come for so long is dead. */
const SILENCE_MS = 6_000;
/** What cannot be handed over is not piled up. */
const MOST_COMMANDS = 10_000;
const RETRY_MS = { least: 100, most: 2_000 };

const reconnectStrategy = (tries: number): number => Math.min(RETRY_MS.most, RETRY_MS.least * 2 ** tries);

/** A reader waits for news for as long as there is none, and for Redis for as long as it is away. */
const READER = {
  disableOfflineQueue: false,
  pingInterval: 5_000,
  socket: { socketTimeout: 20_000, reconnectStrategy },
} satisfies RedisClientOptions;

const openClient = (create: typeof createClient, url: string) => {
  const client = create({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: MOST_COMMANDS,
    socket: { connectTimeout: 2_000, socketTimeout: SILENCE_MS, reconnectStrategy },
  });
  // Who duplicates it (the adapter) reads on the copy, and reads on at once whatever came of it: what failed takes its time.
  const duplicate = client.duplicate.bind(client);
  const openReader = () => {
    const reader = duplicate(READER);
    const read = reader.xRead.bind(reader);
    const unhurried = async (error: unknown): Promise<never> => {
      await delay(BEAT_MS);
      throw error;
    };
    return Object.assign(reader, { xRead: (...asked: Parameters<typeof read>) => read(...asked).catch(unhurried) });
  };
  return Object.assign(client, { duplicate: openReader });
};
export type RedisClient = ReturnType<typeof openClient>;

export type RedisLink = {
  client: RedisClient;
  isUp: () => boolean;
  /** Asks Redis. @throws {Error} at once while it is away, and soon when it does not answer */
  ask: <Result>(work: (client: RedisClient) => Promise<Result>) => Promise<Result>;
  /** Called whenever Redis is there after it was not, the first time too: it may have forgotten everything. */
  onReturn: (listener: () => void) => void;
  close: () => void;
};

/**
 * The one connection that asks Redis, and what is known of whether it works. Nothing ever waits for Redis to come back. Its client
 * is loaded here: most run one node, and need none.
 */
export const createRedisLink = async ({ url, log }: { url: string; log: Log }): Promise<RedisLink> => {
  const { createClient } = await import("redis");
  const client = openClient(createClient, url);
  const listeners: (() => void)[] = [];
  let isThere = false;
  let isClosed = false;

  const isUp = (): boolean => isThere && client.isReady;

  const missed = (error: unknown): void => {
    if (isThere) log.warn({ error }, "Redis is away");
    isThere = false;
  };

  const found = (): void => {
    if (isThere) return;
    isThere = true;
    log.info({}, "Redis is there");
    for (const listener of listeners) listener();
  };

  /** While Redis is silent the next question waits for the end of this one: a pile of them would help nobody. */
  const look = async (): Promise<void> => {
    // Something is written: one that is full, or was made a copy of another, answers a ping and takes nothing.
    const answer = client.set("uninest:beat", "1");
    await within(AWAY_MS, answer).catch(missed);
    await answer.then(found, missed);
  };

  const watch = async (): Promise<void> => {
    while (!isClosed) {
      if (client.isReady) await look();
      else missed(new Error("not connected"));
      await delay(BEAT_MS, undefined, { ref: false });
    }
  };

  // Each failed try says so, and the client tries for ever; the watch tells once.
  client.on("error", () => undefined);
  client.connect().catch(missed);
  void watch();

  return {
    client,
    isUp,
    ask: async (work) => {
      if (!isUp()) throw new Error("Redis is away");
      return within(PATIENCE_MS, work(client));
    },
    onReturn: (listener) => {
      listeners.push(listener);
    },
    close: () => {
      isClosed = true;
      client.destroy();
    },
  };
};

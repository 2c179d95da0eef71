import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { createGate } from "./gate.ts";
import { isLoss, isStale } from "./outage.ts";
import { preparing } from "./prepared.ts";
import { createSilenceWatch } from "./silence-watch.ts";

/** What a repository gets: a connection outside or inside a transaction, it cannot tell which. */
export type Db = PgDatabase<PostgresJsQueryResultHKT>;

type Write = <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;

export type Database = {
  /**
   * Runs queries that need no transaction. @throws {DatabaseBusy} after two seconds without a free connection, {DatabaseAway} when
   * nobody answers any more
   */
  read: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;
  /** Runs one transaction. Once it resolves, everything in it is committed: announce after, never inside. */
  write: Write;
  /** The same without what is prepared: for who tries again, since a table may have changed under it. */
  writeUnprepared: Write;
  /** How many of its connections are in use, and how much work waits for one. */
  load: () => { used: number; size: number; waiting: number };
  /** It has fallen silent, and has not been heard of since. */
  isAway: () => boolean;
  close: () => Promise<void>;
};

type Options = {
  url: string;
  maxConnections?: number;
  acquireTimeoutMs?: number;
  /** Told how many milliseconds each piece of work has waited for its connection. */
  onWait?: (ms: number) => void;
  /** Put around each piece of work, its wait included. */
  around?: Around;
  /** Told when nobody answers any more, and when somebody does again. */
  onLost?: () => void;
  onReturn?: () => void;
};

export type Around = <Result>(kind: "read" | "write", work: () => Promise<Result>) => Promise<Result>;
const bare: Around = (_, work) => work();

const open = (url: string, maxConnections: number) => {
  const client = postgres(url, {
    max: maxConnections,
    connect_timeout: 2,
    idle_timeout: 60,
    // Its own waits grow to twenty seconds: who is back would be kept waiting.
    backoff: () => 0.1,
    onnotice: () => undefined,
    connection: {
      application_name: "uninest",
      // A plan for each question: one for all stays that of an empty table while the table fills, and one for any words in any
      // conversations would read all that a person has heard to find a rare one.
      plan_cache_mode: "force_custom_plan",
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
    },
  });
  return { client, db: drizzle(preparing(client), { casing: "snake_case" }), bare: drizzle(client, { casing: "snake_case" }) };
};

const openProbe = (url: string): Sql =>
  postgres(url, {
    max: 1,
    connect_timeout: 2,
    max_lifetime: null,
    onnotice: () => undefined,
    connection: { application_name: "uninest-probe" },
  });

/**
 * Opens a pool. postgres.js queues without end when all connections are busy (porsager/postgres#824), so a gate in
 * front of it bounds the wait. Times: statement 5 s, lock 2 s, idle in transaction 10 s (reliability.md, R16). It has no time of
 * its own for a database that says nothing at all: then the pool is given up, with all that waits in it, for a new one.
 */
export const createDatabase = (options: Options): Database => {
  const { url, maxConnections = 10, acquireTimeoutMs = 2_000, onWait, around = bare, onLost, onReturn } = options;
  let pool = open(url, maxConnections);
  // Open at all times: a question on it takes one way there and back, whatever else the machine has to do.
  let line: Sql | undefined;
  const gate = createGate({ places: maxConnections, waitMs: acquireTimeoutMs, ...(onWait ? { onWait } : {}) });
  const watch = createSilenceWatch({
    probe: () => {
      line ??= openProbe(url);
      const used = line;
      const end = (): void => {
        line = undefined;
        void used.end({ timeout: 0 });
      };
      return { answer: used`select 1`, end };
    },
    isLoss,
    onLost: () => {
      const { client } = pool;
      pool = open(url, maxConnections);
      void client.end({ timeout: 0 });
      onLost?.();
    },
    onReturn: () => onReturn?.(),
  });
  // Reading again does nothing twice.
  const read = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
    work(pool.db).catch((error: unknown) => {
      if (isStale(error)) return work(pool.bare);
      throw error;
    });
  return {
    read: (work) => around("read", () => gate.enter(() => watch.during(() => read(work)))),
    write: (work) => around("write", () => gate.enter(() => watch.during(() => pool.db.transaction(work)))),
    writeUnprepared: (work) => around("write", () => gate.enter(() => watch.during(() => pool.bare.transaction(work)))),
    load: gate.load,
    isAway: watch.isAway,
    close: async () => {
      watch.stop();
      await Promise.all([pool.client.end({ timeout: 5 }), line?.end({ timeout: 1 })]);
    },
  };
};

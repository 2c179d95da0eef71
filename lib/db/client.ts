import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { createGate } from "./gate.ts";
import { isLoss, isStale } from "./outage.ts";
import { preparing } from "./prepared.ts";
import { createSilenceWatch } from "./silence-watch.ts";

/** What a repository gets: a connection outside or inside a transaction, it cannot tell which. */
export type Db = PgDatabase<PostgresJsQueryResultHKT>;

type Work = <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;

export type Database = {
  /**
   * Runs queries that need no transaction. @throws {DatabaseBusy} after two seconds without a free connection, {DatabaseAway} when
   * nobody answers any more
   */
  read: Work;
  /** Runs one transaction. Once it resolves, everything in it is committed: announce after, never inside. */
  write: Work;
  /** The same without what is prepared: for who tries again, since a table may have changed under it. */
  writeUnprepared: Work;
  /**
   * The same for what looks a few rows up by their keys, again and again: on lines of their own, where plans are made once for whatever
   * is asked, and through indexes alone. To plan such a question takes longer than to answer it.
   */
  byKeys: { read: Work; write: Work };
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

/**
 * A plan for each question: one for all stays that of an empty table while the table fills, and one for any words in any conversations
 * would read all that a person has heard to find a rare one.
 */
const ANEW = { plan_cache_mode: "force_custom_plan" } as const;
/** Made once, and anew when the table has been looked through; never by reading all of a table that was small then. */
const KEPT = { plan_cache_mode: "auto", enable_seqscan: "off", enable_hashjoin: "off", enable_mergejoin: "off" } as const;

/** What looks rows up by keys comes in batches, of which few are under way at a time. */
const KEPT_MOST = 6;

const connect = (url: string, max: number, plans: typeof ANEW | typeof KEPT): Sql =>
  postgres(url, {
    max,
    connect_timeout: 2,
    idle_timeout: 60,
    // Its own waits grow to twenty seconds: who is back would be kept waiting.
    backoff: () => 0.1,
    onnotice: () => undefined,
    connection: {
      application_name: "uninest",
      ...plans,
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
    },
  });

const open = (url: string, { anew, kept }: { anew: number; kept: number }) => {
  const clients = { anew: connect(url, anew, ANEW), kept: connect(url, kept, KEPT) };
  return {
    anew: drizzle(preparing(clients.anew), { casing: "snake_case" }),
    kept: drizzle(preparing(clients.kept), { casing: "snake_case" }),
    bare: drizzle(clients.anew, { casing: "snake_case" }),
    end: async (seconds: number): Promise<void> => {
      await Promise.all([clients.anew.end({ timeout: seconds }), clients.kept.end({ timeout: seconds })]);
    },
  };
};
type Pool = ReturnType<typeof open>;

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
  const sizes = { anew: maxConnections, kept: Math.min(KEPT_MOST, maxConnections) };
  let pool = open(url, sizes);
  // Open at all times: a question on it takes one way there and back, whatever else the machine has to do.
  let line: Sql | undefined;
  const createGateOf = (places: number) => createGate({ places, waitMs: acquireTimeoutMs, ...(onWait ? { onWait } : {}) });
  const gates = { anew: createGateOf(sizes.anew), kept: createGateOf(sizes.kept) };
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
      const lost = pool;
      pool = open(url, sizes);
      void lost.end(0);
      onLost?.();
    },
    onReturn: () => onReturn?.(),
  });
  // Reading again does nothing twice.
  const readOn = <Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> =>
    work(db).catch((error: unknown) => {
      if (isStale(error)) return work(pool.bare);
      throw error;
    });
  // The pool is looked up once there is a place: it may be another one by then.
  const reading =
    (plans: "anew" | "kept"): Work =>
    (work) =>
      around("read", () => gates[plans].enter(() => watch.during(() => readOn(pool[plans], work))));
  const writing =
    (plans: "anew" | "kept", choose: (pool: Pool) => Db = (chosen) => chosen[plans]): Work =>
    (work) =>
      around("write", () => gates[plans].enter(() => watch.during(() => choose(pool).transaction(work))));
  return {
    read: reading("anew"),
    write: writing("anew"),
    writeUnprepared: writing("anew", ({ bare: unprepared }) => unprepared),
    byKeys: { read: reading("kept"), write: writing("kept") },
    load: () => {
      const [anew, kept] = [gates.anew.load(), gates.kept.load()];
      return { used: anew.used + kept.used, size: anew.size + kept.size, waiting: anew.waiting + kept.waiting };
    },
    isAway: watch.isAway,
    close: async () => {
      watch.stop();
      await Promise.all([pool.end(5), line?.end({ timeout: 1 })]);
    },
  };
};

import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { createGate } from "./gate.ts";

/** What a repository gets: a connection outside or inside a transaction, it cannot tell which. */
export type Db = PgDatabase<PostgresJsQueryResultHKT>;

export type Database = {
  /** Runs queries that need no transaction. @throws {DatabaseBusy} after two seconds without a free connection. */
  read: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;
  /** Runs one transaction. Once it resolves, everything in it is committed: announce after, never inside. */
  write: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;
  /** How many of its connections are in use, and how much work waits for one. */
  load: () => { used: number; size: number; waiting: number };
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
};

export type Around = <Result>(kind: "read" | "write", work: () => Promise<Result>) => Promise<Result>;
const bare: Around = (_, work) => work();

/**
 * Opens a pool. postgres.js queues without end when all connections are busy (porsager/postgres#824), so a gate in
 * front of it bounds the wait. Times: statement 5 s, lock 2 s, idle in transaction 10 s (reliability.md, R16).
 */
export const createDatabase = (options: Options): Database => {
  const { url, maxConnections = 10, acquireTimeoutMs = 2_000, onWait, around = bare } = options;
  const client = postgres(url, {
    max: maxConnections,
    connect_timeout: 2,
    idle_timeout: 60,
    onnotice: () => undefined,
    connection: {
      application_name: "uninest",
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
    },
  });
  const db = drizzle(client, { casing: "snake_case" });
  const gate = createGate({ places: maxConnections, waitMs: acquireTimeoutMs, ...(onWait ? { onWait } : {}) });
  return {
    read: (work) => around("read", () => gate.enter(() => work(db))),
    write: (work) => around("write", () => gate.enter(() => db.transaction(work))),
    load: gate.load,
    close: () => client.end({ timeout: 5 }),
  };
};

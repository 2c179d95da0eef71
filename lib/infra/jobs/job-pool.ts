import pg from "pg";
import type { Log } from "#lib/domain/ports.ts";

/** Longer than any statement may take. */
const ANSWER_MS = 10_000;
const CONNECT_MS = 5_000;

/** The same database, with the name and the patience of this pool. */
const poolUrl = (url: string): string => {
  const own = new URL(url);
  own.searchParams.set("application_name", "uninest-jobs");
  own.searchParams.set("statement_timeout", "5000");
  return own.href;
};

/**
 * The connections of one worker of the library. It would open its own, but stops listening to their complaints when it ends, and a
 * complaint that nobody hears ends the process; and it would wait for ever for a database that says nothing.
 */
export const openJobPool = (url: string, max: number, log: Log): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: poolUrl(url),
    max,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
  });
  const complain = (error: unknown): void => log.debug({ error }, "a connection of the jobs has gone");
  pool.on("error", complain);
  pool.on("connect", (client) => void client.on("error", complain));
  return pool;
};

import path from "node:path";
import { type Around, createDatabase, type Database } from "#lib/db/client.ts";
import { assertDurable } from "#lib/db/durability.ts";
import { startEmbeddedPostgres } from "#lib/db/embedded/embedded-postgres.ts";
import { joinUsers } from "#lib/db/embedded/users.ts";
import { migrate } from "#lib/db/migrate.ts";
import type { Log } from "#lib/domain/ports.ts";
import type { Env } from "#lib/infra/env.ts";
import { migrateQueue } from "#lib/infra/jobs/graphile-worker.ts";

export type OpenDatabase = { database: Database; url: string; close: () => Promise<void> };

/** `onWait` is told of each wait for a connection, in milliseconds; `around` is put around each piece of work. */
type Watch = { onWait?: (ms: number) => void; around?: Around };

/** What is said when nobody answers any more, and when somebody does again. */
type Voices = { onLost?: () => void; onReturn?: () => void };

type Located = { url: string; leave: () => Promise<void> };

/** Where the database is. An embedded one may be in use by others (a second start, the seed): the last one out stops it. */
const locate = async ({ DATABASE_URL, DATA_DIR }: Env): Promise<Located> => {
  if (DATABASE_URL !== undefined) return { url: DATABASE_URL, leave: async () => undefined };
  const { url, stop } = await startEmbeddedPostgres(path.resolve(DATA_DIR, "pg"), { revives: true });
  const { leave } = await joinUsers(url);
  return {
    url,
    leave: async () => {
      if (await leave()) await stop();
    },
  };
};

const bringUpToDate = async (url: string, log: Log): Promise<void> => {
  await migrate({ url, folder: path.resolve("drizzle") });
  await migrateQueue(url, log);
};

const prepare = async (url: string, { MIGRATE_AT_START }: Env, log: Log): Promise<void> => {
  await assertDurable(url);
  if (MIGRATE_AT_START) await bringUpToDate(url, log);
};

const connect = ({ url, leave }: Located, env: Env, watch: Watch & Voices = {}): OpenDatabase => {
  const database = createDatabase({ url, maxConnections: env.DATABASE_POOL, ...watch });
  const close = async () => {
    await database.close();
    await leave();
  };
  return { database, url, close };
};

/** Brings the schema of the same database up to date, and no more. */
export const migrateDatabase = async (env: Env, log: Log): Promise<void> => {
  const { url, leave } = await locate(env);
  await bringUpToDate(url, log).finally(leave);
};

/** The same database as `openDatabase` opens, looked at as it is. */
export const reachDatabase = async (env: Env): Promise<OpenDatabase> => connect(await locate(env), env);

/**
 * Opens `DATABASE_URL`, or starts the embedded PostgreSQL below `DATA_DIR`; checks that it keeps what it acknowledges
 * and brings its schema up to date, unless that is done elsewhere. `close` ends the pool and what was started.
 */
export const openDatabase = async (env: Env, log: Log, more: Watch = {}): Promise<OpenDatabase> => {
  const watch = {
    ...more,
    onLost: () => log.error({}, "the database is away: nobody is served until it answers"),
    onReturn: () => log.warn({}, "the database answers again"),
  };
  const located = await locate(env);
  await prepare(located.url, env, log).catch(async (error: unknown) => {
    await located.leave();
    throw error;
  });
  return connect(located, env, watch);
};

import path from "node:path";
import { createDatabase, type Database } from "#lib/db/client.ts";
import { assertDurable } from "#lib/db/durability.ts";
import { startEmbeddedPostgres } from "#lib/db/embedded/embedded-postgres.ts";
import { migrate } from "#lib/db/migrate.ts";
import type { Env } from "#lib/infra/env.ts";

export type OpenDatabase = { database: Database; url: string; close: () => Promise<void> };

const locate = async ({ DATABASE_URL, DATA_DIR }: Env) =>
  DATABASE_URL === undefined
    ? startEmbeddedPostgres(path.resolve(DATA_DIR, "pg"))
    : { url: DATABASE_URL, stop: async () => undefined };

/**
 * Opens `DATABASE_URL`, or starts the embedded PostgreSQL below `DATA_DIR`; checks that it keeps what it acknowledges
 * and brings its schema up to date. `close` ends the pool and what was started.
 */
export const openDatabase = async (env: Env): Promise<OpenDatabase> => {
  const { url, stop } = await locate(env);
  await assertDurable(url);
  await migrate({ url, folder: path.resolve("drizzle") });
  const database = createDatabase({ url, maxConnections: env.DATABASE_POOL });
  const close = async () => {
    await database.close();
    await stop();
  };
  return { database, url, close };
};

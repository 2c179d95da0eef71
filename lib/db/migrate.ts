import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number that no other use of advisory locks in this database takes. */
const MIGRATION_LOCK = 7_213_004;

/** Brings the schema up to date. Several processes may start at once: one migrates, the others wait for it. */
export const migrate = async ({ url, folder }: { url: string; folder: string }): Promise<void> => {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await applyMigrations(db, { migrationsFolder: folder });
  } finally {
    await client.end();
  }
};

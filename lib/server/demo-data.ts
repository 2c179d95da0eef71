import type { Database } from "#lib/db/client.ts";
import type { Log } from "#lib/domain/ports.ts";
import { createArgon2Passwords } from "#lib/infra/argon2-passwords.ts";

/** Loads the demo into an empty database; one that holds real people is left alone and the start is refused. */
export const loadDemoData = async ({
  database,
  password,
  log,
}: {
  database: Database;
  password: string;
  log: Log;
}): Promise<void> => {
  // Only a demo needs the demo's texts in memory.
  const { loadDemo } = await import("#drizzle/seed/demo.ts");
  const passwordHash = await createArgon2Passwords().hash(password);
  const summary = await database.read((db) => loadDemo(db, { passwordHash, now: new Date() }));
  log.info({ summary }, "demo data");
};

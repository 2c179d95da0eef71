import { sql } from "drizzle-orm";
import type { Health } from "#lib/contract/routes/service.ts";
import type { Database } from "#lib/db/client.ts";

/** A database that has not answered by then is down for those who wait. */
const PATIENCE_MS = 2_500;

const withinPatience = <Result>(work: Promise<Result>): Promise<Result> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("no answer in time")), PATIENCE_MS).unref();
    }),
  ]);

/** The state of each part that the process needs. */
export const createHealth = (database: Database) => async (): Promise<Health> => {
  const isUp = await withinPatience(database.read((db) => db.execute(sql`select 1`))).then(
    () => true,
    () => false,
  );
  return { status: isUp ? "ok" : "down", parts: { database: { state: isUp ? "up" : "down" } } };
};

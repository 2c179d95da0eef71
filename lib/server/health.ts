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

type Deps = { database: Database; worker: { isUp: () => boolean } };

const stateOf = (isUp: boolean) => ({ state: isUp ? ("up" as const) : ("down" as const) });

/** The state of each part that the process needs. Jobs that wait make nobody wait: without them it is still fit to serve. */
export const createHealth =
  ({ database, worker }: Deps) =>
  async (): Promise<Health> => {
    const isUp = await withinPatience(database.read((db) => db.execute(sql`select 1`))).then(
      () => true,
      () => false,
    );
    return { status: isUp ? "ok" : "down", parts: { database: stateOf(isUp), jobs: stateOf(worker.isUp()) } };
  };

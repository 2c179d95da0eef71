import { sql } from "drizzle-orm";
import type { Db } from "./client.ts";

/** The clock that all processes share, to the millisecond. Where a lock is waited for, ask once it is held: no time passes unseen. */
export const databaseTime = async (db: Db): Promise<Date> => {
  const [row] = await db.execute<{ now: string }>(sql`select clock_timestamp()::timestamptz(3)::text as now`);
  return new Date(row?.now ?? Number.NaN);
};

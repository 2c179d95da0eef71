import { lt, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { schedules } from "#lib/db/schema/index.ts";

export const databaseTime = async (db: Db): Promise<Date> => {
  const [row] = await db.execute<{ now: string }>(sql`select clock_timestamp()::timestamptz(3)::text as now`);
  return new Date(row?.now ?? Number.NaN);
};

/** Moves a schedule on. Resolves to false when it stands there already. */
export const takeSlot = async (db: Db, name: string, slot: Date): Promise<boolean> => {
  const rows = await db
    .insert(schedules)
    .values({ name, slot })
    .onConflictDoUpdate({ target: schedules.name, set: { slot }, setWhere: lt(schedules.slot, slot) })
    .returning({ name: schedules.name });
  return rows.length > 0;
};

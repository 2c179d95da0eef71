import { lt } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { schedules } from "#lib/db/schema/index.ts";

/** Moves a schedule on. Resolves to false when it stands there already. */
export const takeSlot = async (db: Db, name: string, slot: Date): Promise<boolean> => {
  const rows = await db
    .insert(schedules)
    .values({ name, slot })
    .onConflictDoUpdate({ target: schedules.name, set: { slot }, setWhere: lt(schedules.slot, slot) })
    .returning({ name: schedules.name });
  return rows.length > 0;
};

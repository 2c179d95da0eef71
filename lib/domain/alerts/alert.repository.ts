import { and, eq, isNull, sql } from "drizzle-orm";
import type { NewAlert } from "#lib/contract/alerts.ts";
import type { Db } from "#lib/db/client.ts";
import { alerts } from "#lib/db/schema/index.ts";

/** How many stand; of two who count to add one, the second waits until the transaction of the first has ended. */
export const lockCurrentCount = async (db: Db): Promise<number> => {
  await db.execute(sql`lock table ${alerts} in share row exclusive mode`);
  return db.$count(alerts, isNull(alerts.endedAt));
};

export const insertAlert = async (db: Db, alert: NewAlert & { id: string; publishedBy: string }): Promise<void> => {
  await db.insert(alerts).values(alert);
};

/** Resolves to whether it stood until now. */
export const endAlert = async (db: Db, id: string, endedBy: string): Promise<boolean> => {
  const ended = await db
    .update(alerts)
    .set({ endedAt: sql`clock_timestamp()`, endedBy })
    .where(and(eq(alerts.id, id), isNull(alerts.endedAt)))
    .returning({ id: alerts.id });
  return ended.length > 0;
};

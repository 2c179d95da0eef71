import { eq, lt } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { effects } from "#lib/db/schema/index.ts";

/** Notes that a job has had its effect. Resolves to true the first time. */
export const insertEffect = async (db: Db, jobId: string): Promise<boolean> => {
  const rows = await db.insert(effects).values({ jobId }).onConflictDoNothing().returning({ jobId: effects.jobId });
  return rows.length > 0;
};

export const hasEffect = async (db: Db, jobId: string): Promise<boolean> => {
  const rows = await db.select({ jobId: effects.jobId }).from(effects).where(eq(effects.jobId, jobId));
  return rows.length > 0;
};

export const dropEffects = async (db: Db, before: Date): Promise<void> => {
  await db.delete(effects).where(lt(effects.at, before));
};

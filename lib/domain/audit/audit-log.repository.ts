import { desc, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { databaseTime } from "#lib/db/database-time.ts";
import { auditLog } from "#lib/db/schema/index.ts";
import type { AuditEntry } from "../ports.ts";

/** Any number that no other use of advisory locks in this database takes. */
const AUDIT_LOCK = 7_213_030;

export type AuditTip = { seq: number; hash: string };

/** The last entry, or nothing before the first. */
export const findTip = async (db: Db): Promise<AuditTip | undefined> => {
  const [tip] = await db.select({ seq: auditLog.seq, hash: auditLog.hash }).from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
  return tip;
};

/** The same, and the time; until this transaction has ended nobody else gets them. */
export const lockTip = async (db: Db): Promise<{ tip: AuditTip | undefined; at: Date }> => {
  await db.execute(sql`select pg_advisory_xact_lock(${AUDIT_LOCK})`);
  return { tip: await findTip(db), at: await databaseTime(db) };
};

export const insertEntry = async (
  db: Db,
  entry: AuditEntry & { seq: number; at: Date; prevHash: string; hash: string },
): Promise<void> => {
  await db.insert(auditLog).values(entry);
};

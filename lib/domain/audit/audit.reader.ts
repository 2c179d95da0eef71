import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { AuditRecord } from "#lib/contract/audit.ts";
import type { Db } from "#lib/db/client.ts";
import { alerts, auditLog, users } from "#lib/db/schema/index.ts";
import type { ChainLink } from "./chain.policy.ts";

const actors = alias(users, "actors");

/** Entries as admins read them, the newest first, from before a place on. */
export const findRecords = async (
  db: Db,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<AuditRecord[]> => {
  const rows = await db
    .select({ entry: auditLog, actorName: actors.name, actorRole: actors.role, person: users.name, alert: alerts.title })
    .from(auditLog)
    .leftJoin(actors, eq(actors.id, auditLog.actorId))
    .leftJoin(users, and(eq(auditLog.subjectType, "user"), eq(users.id, auditLog.subjectId)))
    .leftJoin(alerts, and(eq(auditLog.subjectType, "alert"), eq(alerts.id, auditLog.subjectId)))
    .where(before === undefined ? undefined : lt(auditLog.seq, before))
    .orderBy(desc(auditLog.seq))
    .limit(limit);
  return rows.map(({ entry: { seq, at, actorId, action, subjectType, subjectId, details, hash }, ...joined }) => ({
    seq,
    at: at.toISOString(),
    actor:
      actorId === null || joined.actorName === null || joined.actorRole === null
        ? null
        : { id: actorId, name: joined.actorName, role: joined.actorRole },
    action,
    subject: { type: subjectType, id: subjectId, name: joined.person ?? joined.alert },
    details,
    hash,
  }));
};

/** Some entries as they are stored, the oldest first, from behind a place on. */
export const findLinks = (db: Db, { after, limit }: { after: number; limit: number }): Promise<ChainLink[]> =>
  db
    .select({
      seq: auditLog.seq,
      // As text: no value that somebody put there keeps us from reading it.
      at: sql<string>`to_char(${auditLog.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      actorId: auditLog.actorId,
      action: auditLog.action,
      subjectType: auditLog.subjectType,
      subjectId: auditLog.subjectId,
      details: auditLog.details,
      prevHash: auditLog.prevHash,
      hash: auditLog.hash,
    })
    .from(auditLog)
    .where(gt(auditLog.seq, after))
    .orderBy(asc(auditLog.seq))
    .limit(limit);

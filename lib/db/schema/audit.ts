import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { AuditAction, AuditDetails, AuditSubject } from "#lib/contract/audit.ts";
import { instant } from "./columns.ts";

/**
 * What was done with the power of an admin, each entry bound to the one before. A trigger refuses to change it or to take any away.
 * It refers to nothing: a foreign key would lock its row, of which another act may hold a lock and wait for ours.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    seq: integer().primaryKey(),
    at: instant().notNull(),
    /** Null: the system itself. */
    actorId: uuid(),
    action: text().$type<AuditAction>().notNull(),
    subjectType: text().$type<AuditSubject>().notNull(),
    subjectId: uuid().notNull(),
    details: jsonb().$type<AuditDetails>().notNull(),
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [check("audit_log_seq", sql`${table.seq} >= 1`)],
);

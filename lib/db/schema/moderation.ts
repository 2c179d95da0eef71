import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ReportReason } from "#lib/contract/report-rules.ts";
import type { EvidenceLine, ReportOutcome } from "#lib/contract/reports.ts";
import { instant, now } from "./columns.ts";
import { conversations } from "./conversations.ts";
import { users } from "./people.ts";

/** What people report of each other. The evidence is a copy: what happens to the messages afterwards does not touch it. */
export const reports = pgTable(
  "reports",
  {
    id: uuid().primaryKey(),
    reporterId: uuid()
      .notNull()
      .references(() => users.id),
    reportedId: uuid()
      .notNull()
      .references(() => users.id),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id),
    /** Null: the person as a whole. */
    messageId: uuid(),
    reason: text().$type<ReportReason>().notNull(),
    note: text(),
    evidence: jsonb().$type<EvidenceLine[]>().notNull(),
    createdAt: now(),
    /** Who looks at it now. */
    claimedBy: uuid().references(() => users.id),
    claimedAt: instant(),
    /** Null while it is open. */
    decidedAt: instant(),
    decidedBy: uuid().references(() => users.id),
    outcome: text().$type<ReportOutcome>(),
    /** What the one who decided has to say about it, to others who do. */
    decisionNote: text(),
  },
  (table) => [
    // One open report of a person about a message, or about a person.
    uniqueIndex("reports_open_once")
      .on(table.reporterId, table.reportedId, sql`coalesce(${table.messageId}, ${table.reportedId})`)
      .where(sql`${table.decidedAt} is null`),
    index("reports_queue").on(table.createdAt, table.id).where(sql`${table.decidedAt} is null`),
    index().on(table.createdAt, table.id),
    index().on(table.reporterId, table.createdAt),
    index().on(table.reportedId, table.createdAt),
    index().on(table.conversationId),
    index().on(table.claimedBy),
    index().on(table.decidedBy),
    check("reports_somebody_else", sql`${table.reporterId} <> ${table.reportedId}`),
    check("reports_decision", sql`num_nonnulls(${table.decidedAt}, ${table.decidedBy}, ${table.outcome}) in (0, 3)`),
    check("reports_claim", sql`num_nonnulls(${table.claimedBy}, ${table.claimedAt}) in (0, 2)`),
  ],
);

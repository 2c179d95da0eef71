import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ReportReason } from "#lib/contract/report-rules.ts";
import type { EvidenceLine, ReportOutcome } from "#lib/contract/reports.ts";
import type { SanctionKind } from "#lib/contract/sanction-rules.ts";
import type { AppealOutcome } from "#lib/contract/sanctions.ts";
import { instant, now } from "./columns.ts";
import { conversations, messages } from "./conversations.ts";
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
    conversationId: uuid().references(() => conversations.id),
    /** Where there is no conversation. No reference: a home that nobody has asked about may be deleted. */
    listingId: uuid(),
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
    check("reports_place", sql`num_nonnulls(${table.conversationId}, ${table.listingId}) = 1`),
    check("reports_decision", sql`num_nonnulls(${table.decidedAt}, ${table.decidedBy}, ${table.outcome}) in (0, 3)`),
    check("reports_claim", sql`num_nonnulls(${table.claimedBy}, ${table.claimedAt}) in (0, 2)`),
  ],
);

/** What moderators have done to people. Rows stay: what is taken back was done all the same. */
export const sanctions = pgTable(
  "sanctions",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text().$type<SanctionKind>().notNull(),
    rule: text().$type<ReportReason>().notNull(),
    /** In words that its person reads. */
    reason: text().notNull(),
    until: instant(),
    reportId: uuid().references(() => reports.id),
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: now(),
    liftedAt: instant(),
    liftedBy: uuid().references(() => users.id),
    /** Why, to others who decide. */
    liftReason: text(),
  },
  (table) => [
    // One of a kind that lasts: the next takes its place.
    uniqueIndex("sanctions_one_that_lasts")
      .on(table.userId, table.kind)
      .where(sql`${table.liftedAt} is null and ${table.kind} in ('silence', 'ban')`),
    index().on(table.userId, table.createdAt),
    index().on(table.reportId),
    index().on(table.actorId),
    index().on(table.liftedBy),
    check("sanctions_lift", sql`num_nonnulls(${table.liftedAt}, ${table.liftedBy}) in (0, 2)`),
  ],
);

/** What a removed message said, as long as it is removed. */
export const removedMessages = pgTable(
  "removed_messages",
  {
    conversationId: uuid().notNull(),
    seq: integer().notNull(),
    sanctionId: uuid()
      .notNull()
      .references(() => sanctions.id),
    content: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.seq] }),
    foreignKey({
      name: "removed_messages_message",
      columns: [table.conversationId, table.seq],
      foreignColumns: [messages.conversationId, messages.seq],
    }),
    index().on(table.sanctionId),
  ],
);

/** What people have to say against what was done to them: once for each. */
export const appeals = pgTable(
  "appeals",
  {
    id: uuid().primaryKey(),
    sanctionId: uuid()
      .notNull()
      .unique()
      .references(() => sanctions.id),
    text: text().notNull(),
    createdAt: now(),
    decidedAt: instant(),
    decidedBy: uuid().references(() => users.id),
    outcome: text().$type<AppealOutcome>(),
    answer: text(),
  },
  (table) => [
    index("appeals_waiting").on(table.createdAt).where(sql`${table.decidedAt} is null`),
    index().on(table.decidedBy),
    check(
      "appeals_decision",
      sql`num_nonnulls(${table.decidedAt}, ${table.decidedBy}, ${table.outcome}, ${table.answer}) in (0, 4)`,
    ),
  ],
);

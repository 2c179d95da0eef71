import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ContestVerdict } from "#lib/contract/contests.ts";
import { instant, now } from "./columns.ts";
import { conversations, messages } from "./conversations.ts";
import { users } from "./people.ts";

/** Notices of the scan that a reader has called fine. Nobody takes it back. */
export const fineNotices = pgTable(
  "fine_notices",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    conversationId: uuid().notNull(),
    messageId: uuid().notNull(),
    rule: text().notNull(),
    createdAt: now(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.conversationId, table.messageId, table.rule] }),
    foreignKey({
      name: "fine_notices_message",
      columns: [table.conversationId, table.messageId],
      foreignColumns: [messages.conversationId, messages.id],
    }),
    index().on(table.conversationId, table.messageId),
    index().on(table.rule),
  ],
);

/** Texts that the scan refused and whose writers say that it was wrong to. */
export const contests = pgTable(
  "contests",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id),
    /** Under which it was to be sent: there may be no such message. */
    messageId: uuid().notNull(),
    content: text().notNull(),
    rules: text().array().notNull(),
    createdAt: now(),
    decidedAt: instant(),
    decidedBy: uuid().references(() => users.id),
    verdict: text().$type<ContestVerdict>(),
  },
  (table) => [
    uniqueIndex("contests_once").on(table.userId, table.conversationId, table.messageId),
    index("contests_waiting").on(table.createdAt).where(sql`${table.decidedAt} is null`),
    index().on(table.userId, table.createdAt),
    index().on(table.conversationId),
    index().on(table.decidedBy),
    check("contests_decision", sql`num_nonnulls(${table.decidedAt}, ${table.decidedBy}, ${table.verdict}) in (0, 3)`),
  ],
);

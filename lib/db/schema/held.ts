import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Attachment } from "#lib/contract/messages.ts";
import { instant, now } from "./columns.ts";
import { conversations } from "./conversations.ts";
import { users } from "./people.ts";

/** Messages that wait for a moderator, and what became of them. A place in the conversation they get when they are released. */
export const heldMessages = pgTable(
  "held_messages",
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id),
    id: uuid().notNull(),
    /** The order in which they were written. */
    position: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    senderId: uuid()
      .notNull()
      .references(() => users.id),
    /** Refers to no row: a session is forgotten earlier than this. */
    sessionId: uuid().notNull(),
    kind: text({ enum: ["text", "image", "file", "audio", "video"] }).notNull(),
    content: text().notNull(),
    attachments: jsonb().$type<Attachment[]>().notNull().default([]),
    mentions: uuid().array().notNull().default(sql`'{}'`),
    replyToId: uuid(),
    clientTimestamp: instant(),
    /** The rules that hold it, the heaviest first. */
    rules: text().array().notNull(),
    score: integer().notNull(),
    heldAt: now(),
    state: text({ enum: ["waiting", "released", "refused"] })
      .notNull()
      .default("waiting"),
    decidedAt: instant(),
    decidedBy: uuid().references(() => users.id),
    /** Why it was refused, in words that its writer reads. */
    reason: text(),
    /** Its writer wants to see no more of it. */
    discardedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.id] }),
    index("held_messages_waiting").on(table.senderId, table.position).where(sql`${table.state} = 'waiting'`),
    index().on(table.senderId, table.position),
    index().on(table.decidedBy),
    index().on(table.decidedAt),
    check("held_messages_state", sql`${table.state} in ('waiting', 'released', 'refused')`),
    check("held_messages_decision", sql`(${table.state} = 'waiting') = (${table.decidedAt} is null)`),
  ],
);

/**
 * What people sent lately, as far as it says something: long texts, and what the scan found something in. It is read with
 * every send of that kind and lives for hours, so it refers to no other row.
 */
export const sentFingerprints = pgTable(
  "sent_fingerprints",
  {
    conversationId: uuid().notNull(),
    messageId: uuid().notNull(),
    senderId: uuid().notNull(),
    sessionId: uuid().notNull(),
    /** Null of a short text: it says too little to be recognised by. */
    fingerprint: text(),
    /** Money words out of a new sign-in of an old account. */
    isRisky: boolean().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.messageId] }),
    // What a sender said elsewhere is on both sides of one conversation.
    index().on(table.senderId, table.conversationId, table.at),
    index().on(table.at),
  ],
);

/** Accounts that may be in other hands, and what moderators found. */
export const takeovers = pgTable(
  "takeovers",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    openedAt: now(),
    decidedAt: instant(),
    decidedBy: uuid().references(() => users.id),
    outcome: text({ enum: ["genuine", "taken_over"] }),
  },
  (table) => [
    uniqueIndex("takeovers_one_open").on(table.userId).where(sql`${table.decidedAt} is null`),
    index().on(table.userId),
    index().on(table.decidedBy),
    check("takeovers_decision", sql`num_nonnulls(${table.decidedAt}, ${table.decidedBy}, ${table.outcome}) in (0, 3)`),
  ],
);

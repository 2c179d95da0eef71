import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Attachment } from "#lib/contract/messages.ts";
import type { StoredSystemPart } from "#lib/contract/system-parts.ts";
import { instant, now } from "./columns.ts";
import { listings } from "./housing.ts";
import { users } from "./people.ts";
import { linkPreviews } from "./previews.ts";

export const conversations = pgTable(
  "conversations",
  {
    id: uuid().primaryKey(),
    kind: text({ enum: ["direct", "group", "support"] }).notNull(),
    /** The sorted pair and the listing: a race to open the same direct conversation makes one. */
    directKey: text().unique(),
    listingId: uuid().references(() => listings.id),
    title: text(),
    /** Under which the picture of a group is kept. */
    pictureId: uuid(),
    /** Whoever is added to the group while it is set sees also what was said before. */
    openHistory: boolean().notNull().default(false),
    /** The seq of the newest message, and the number of changes; raised only under this row's lock. */
    lastSeq: integer().notNull().default(0),
    rev: integer().notNull().default(0),
    /** When somebody last wrote, or when it began. */
    activeAt: now(),
    createdAt: now(),
  },
  (table) => [index().on(table.listingId)],
);

export const participants = pgTable(
  "participants",
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    role: text({ enum: ["admin", "member"] })
      .notNull()
      .default("member"),
    /** Is there for what comes after it: counts among those who are to receive it. */
    joinedSeq: integer().notNull().default(0),
    /** Was added while the group's history was open. A trigger takes it away with the membership. */
    seesBefore: boolean().notNull().default(false),
    /** Sees what comes after it: the one place that says what of a conversation a member may see. */
    hiddenSeq: integer().notNull().generatedAlwaysAs(sql`case when sees_before then 0 else joined_seq end`),
    /** Set when the membership has ended. */
    leftSeq: integer(),
    /** When that was last set, by whatever way: a trigger notes it, and the watch of live sockets looks for it. */
    leftAt: instant(),
    deliveredSeq: integer().notNull().default(0),
    readSeq: integer().notNull().default(0),
    /** The marks as far as others may see them: they stay behind while receipts are kept from them. */
    shownDeliveredSeq: integer().notNull().default(0),
    shownReadSeq: integer().notNull().default(0),
    /** The member's own newest message, up to which anybody can tell that they have read. */
    sentSeq: integer().notNull().default(0),
    mutedUntil: instant(),
    pinned: boolean().notNull().default(false),
    archived: boolean().notNull().default(false),
    markedUnread: boolean().notNull().default(false),
    joinedAt: now(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.userId] }),
    index().on(table.userId, table.conversationId).where(sql`${table.leftSeq} is null`),
    index().on(table.leftAt).where(sql`${table.leftAt} is not null`),
    check("participants_read_is_delivered", sql`${table.readSeq} <= ${table.deliveredSeq}`),
  ],
);

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const messages = pgTable(
  "messages",
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id),
    seq: integer().notNull(),
    /** Made by the sending client; with the conversation it is the idempotency key. */
    id: uuid().notNull(),
    /** The conversation's rev at the last change of this message. */
    rev: integer().notNull(),
    senderId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text({ enum: ["text", "image", "file", "audio", "video", "system"] }).notNull(),
    content: text().notNull(),
    replyToSeq: integer(),
    mentions: uuid().array().notNull().default(sql`'{}'`),
    /** The rules of the scan of which its readers are told. */
    notices: text().array().notNull().default(sql`'{}'`),
    system: jsonb().$type<StoredSystemPart>(),
    /** Its files as they are shown, in the order in which they were named; their rows say who may read them. */
    attachments: jsonb().$type<Attachment[]>().notNull().default([]),
    /** With the message, since whoever reads it shows them: the emoji in the order of their coming, the people likewise. */
    reactions: jsonb().$type<{ emoji: string; userIds: string[] }[]>().notNull().default([]),
    /** What the page of its first link says of itself. */
    previewId: uuid().references(() => linkPreviews.id),
    /** False for what never raises an unread count: a deleted message, a plain system line. */
    countsUnread: boolean().notNull().default(true),
    /** What it is found by, kept right by the database: nothing for a tombstone, whose words are gone. */
    search: tsvector().generatedAlwaysAs(sql`message_search(content)`),
    /** The sender's clock: a hint, never an order. */
    clientTimestamp: instant(),
    createdAt: now(),
    editedAt: instant(),
    deletedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.seq] }),
    uniqueIndex().on(table.conversationId, table.id),
    index().on(table.conversationId, table.rev),
    index().on(table.conversationId, table.createdAt),
    index().on(table.senderId),
    index("messages_replies").on(table.conversationId, table.replyToSeq).where(sql`${table.replyToSeq} is not null`),
    index("messages_previewed").on(table.previewId).where(sql`${table.previewId} is not null`),
    // Few have any: how often each rule warned is counted from here.
    index("messages_noticed").on(table.createdAt).where(sql`cardinality(${table.notices}) > 0`),
    // A conversation and its words in one: a hit elsewhere costs nothing. What came last waits in a short list, so that a send is quick.
    index("messages_search").using("gin", table.conversationId, table.search).with({ gin_pending_list_limit: 512 }),
    // Few name anybody: whether what is unread names one is answered from here.
    index("messages_naming").on(table.conversationId, table.seq).where(sql`cardinality(${table.mentions}) > 0`),
    index("messages_uncounted").on(table.conversationId, table.seq).where(sql`not ${table.countsUnread}`),
  ],
);

/** What messages said before they were edited or deleted by who wrote them. */
export const messageVersions = pgTable(
  "message_versions",
  {
    conversationId: uuid().notNull(),
    seq: integer().notNull(),
    /** 1 is what was sent. */
    version: integer().notNull(),
    content: text().notNull(),
    writtenAt: instant().notNull(),
    replacedAt: now(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.seq, table.version] }),
    foreignKey({
      name: "message_versions_message_fk",
      columns: [table.conversationId, table.seq],
      foreignColumns: [messages.conversationId, messages.seq],
    }),
    index().on(table.replacedAt),
  ],
);

/** Every move of a watermark: the answer to 'who got and who read this, and when'. */
export const receiptMoves = pgTable(
  "receipt_moves",
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text({ enum: ["delivered", "read"] }).notNull(),
    seq: integer().notNull(),
    at: now(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.userId, table.kind, table.seq] }), index().on(table.userId)],
);

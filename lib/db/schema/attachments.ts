import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { AttachmentKind } from "#lib/contract/attachment-types.ts";
import { instant, now } from "./columns.ts";
import { conversations } from "./conversations.ts";
import { users } from "./people.ts";

/** The files of messages, from the first byte on. What is shown of them stands in their messages too. */
export const attachments = pgTable(
  "attachments",
  {
    /** Of the upload, and of what becomes of it. */
    id: uuid().primaryKey(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id),
    uploaderId: uuid()
      .notNull()
      .references(() => users.id),
    /** `ready`: looked at and kept; `held`: its message waits for a moderator. */
    state: text({ enum: ["uploading", "ready", "held", "sent"] })
      .notNull()
      .default("uploading"),
    /** The message that it was sent with; no reference, for one that is held stands nowhere yet. */
    messageId: uuid(),
    name: text().notNull(),
    /** What comes, in bytes. */
    length: integer().notNull(),
    /** What was found in it, once all of it is there. */
    kind: text().$type<AttachmentKind>(),
    contentType: text(),
    byteSize: integer(),
    width: integer(),
    height: integer(),
    placeholder: text(),
    durationMs: integer(),
    createdAt: now(),
    readyAt: instant(),
  },
  (table) => [
    index().on(table.uploaderId, table.createdAt),
    index().on(table.conversationId, table.messageId),
    index("attachments_unsent").on(table.createdAt).where(sql`${table.state} <> 'sent'`),
    check("attachments_state", sql`${table.state} in ('uploading', 'ready', 'held', 'sent')`),
    check("attachments_message", sql`(${table.state} in ('held', 'sent')) = (${table.messageId} is not null)`),
    check(
      "attachments_ready",
      sql`num_nonnulls(${table.kind}, ${table.contentType}, ${table.byteSize}, ${table.readyAt})
        = case when ${table.state} = 'uploading' then 0 else 4 end`,
    ),
  ],
);

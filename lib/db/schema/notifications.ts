import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, uuid } from "drizzle-orm/pg-core";
import type { Notification } from "#lib/contract/notifications.ts";
import { instant, now } from "./columns.ts";
import { conversations } from "./conversations.ts";
import { listings } from "./housing.ts";
import { users } from "./people.ts";

/** What a person is told of; written in the transaction of what happened. */
export const notifications = pgTable(
  "notifications",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    /** Null for what the server does by itself. */
    actorId: uuid().references(() => users.id),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id),
    listingId: uuid()
      .notNull()
      .references(() => listings.id),
    about: jsonb().$type<Notification["about"]>().notNull(),
    createdAt: now(),
    readAt: instant(),
  },
  (table) => [
    index().on(table.userId, table.createdAt, table.id),
    index("notifications_unread").on(table.userId, table.conversationId).where(sql`${table.readAt} is null`),
    index().on(table.actorId),
    index().on(table.conversationId),
    index().on(table.listingId),
  ],
);

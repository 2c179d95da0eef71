import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, now } from "./columns.ts";
import { sessions, users } from "./people.ts";

/** Browsers that are told while nobody looks at the page: worth something as long as their session is. */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    endpoint: text().notNull().unique(),
    p256dh: text().notNull(),
    auth: text().notNull(),
    createdAt: now(),
    lastSuccessAt: instant(),
    lastFailureAt: instant(),
  },
  (table) => [index().on(table.userId, table.createdAt), index().on(table.sessionId)],
);

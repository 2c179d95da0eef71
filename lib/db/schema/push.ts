import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, now } from "./columns.ts";
import { sessions, users } from "./people.ts";

/** Browsers and apps that are told while nobody looks at the page: worth something as long as their session is. */
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
    service: text({ enum: ["web", "fcm", "apns"] })
      .notNull()
      .default("web"),
    /** The address of a browser at its push service, or the token of an app. */
    endpoint: text().notNull().unique(),
    /** What only that browser can read with: apps have none. */
    p256dh: text(),
    auth: text(),
    createdAt: now(),
    lastSuccessAt: instant(),
    lastFailureAt: instant(),
  },
  (table) => [
    index().on(table.userId, table.createdAt),
    index().on(table.sessionId),
    check(
      "push_subscriptions_browsers_have_keys",
      sql`(${table.service} = 'web') = (${table.p256dh} is not null and ${table.auth} is not null)`,
    ),
  ],
);

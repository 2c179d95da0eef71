import { boolean, jsonb, pgTable, uuid } from "drizzle-orm/pg-core";
import type { QuietHours } from "#lib/contract/notification-preferences.ts";
import { instant } from "./columns.ts";
import { users } from "./people.ts";

/** By which way a person is told while they do not look. No row: by every way, at any hour. */
export const notificationPreferences = pgTable("notification_preferences", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  bookingsPush: boolean().notNull().default(true),
  bookingsEmail: boolean().notNull().default(true),
  viewingsPush: boolean().notNull().default(true),
  viewingsEmail: boolean().notNull().default(true),
  messagesPush: boolean().notNull().default(true),
  messagesEmail: boolean().notNull().default(true),
  mentionsPush: boolean().notNull().default(true),
  quietHours: jsonb().$type<QuietHours>(),
  /** Up to then a mail has summed up what was unread. */
  digestedAt: instant(),
});

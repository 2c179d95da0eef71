import { eq } from "drizzle-orm";
import type { NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import type { Db } from "#lib/db/client.ts";
import { notificationPreferences } from "#lib/db/schema/index.ts";

type Row = typeof notificationPreferences.$inferSelect;

/** What holds for who has never said anything: every way, at any hour. */
const UNSAID = {
  bookingsPush: true,
  bookingsEmail: true,
  viewingsPush: true,
  viewingsEmail: true,
  messagesPush: true,
  messagesEmail: true,
  mentionsPush: true,
  quietHours: null,
};

const presentPreferences = (row: Omit<Row, "userId" | "digestedAt"> = UNSAID): NotificationPreferences => ({
  channels: {
    bookings: { push: row.bookingsPush, email: row.bookingsEmail },
    viewings: { push: row.viewingsPush, email: row.viewingsEmail },
    messages: { push: row.messagesPush, email: row.messagesEmail },
    mentions: { push: row.mentionsPush },
  },
  quietHours: row.quietHours,
});

export const findNotificationPreferences = async (db: Db, userId: string): Promise<NotificationPreferences> => {
  const [row] = await db.select().from(notificationPreferences).where(eq(notificationPreferences.userId, userId));
  return presentPreferences(row);
};

import { sql } from "drizzle-orm";
import type { MailKind, NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import type { Db } from "#lib/db/client.ts";
import { notificationPreferences } from "#lib/db/schema/index.ts";

export const saveNotificationPreferences = async (
  db: Db,
  userId: string,
  { channels: { bookings, messages }, quietHours }: NotificationPreferences,
): Promise<void> => {
  const said = { bookingsPush: bookings.push, bookingsEmail: bookings.email, messagesEmail: messages.email, quietHours };
  await db
    .insert(notificationPreferences)
    .values({ userId, ...said })
    .onConflictDoUpdate({ target: notificationPreferences.userId, set: said });
};

/** Turns one kind of mail off and leaves all else as it is. */
export const turnMailOff = async (db: Db, userId: string, kind: MailKind): Promise<void> => {
  const off = kind === "bookings" ? { bookingsEmail: false } : { messagesEmail: false };
  await db
    .insert(notificationPreferences)
    .values({ userId, ...off })
    .onConflictDoUpdate({ target: notificationPreferences.userId, set: off });
};

/** Notes that all that is unread of these people up to now is in a mail. */
export const markDigested = async (db: Db, userIds: string[], at: Date): Promise<void> => {
  if (userIds.length === 0) return;
  await db
    .insert(notificationPreferences)
    .values(userIds.map((userId) => ({ userId, digestedAt: at })))
    .onConflictDoUpdate({ target: notificationPreferences.userId, set: { digestedAt: at } });
};

/** Of several who sweep at once, one does it at a time. */
export const lockSweep = async (db: Db): Promise<void> => {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('digest:sweep'))`);
};

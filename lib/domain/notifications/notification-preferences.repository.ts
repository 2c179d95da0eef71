import { sql } from "drizzle-orm";
import type { MailKind, NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import type { Db } from "#lib/db/client.ts";
import { notificationPreferences } from "#lib/db/schema/index.ts";

export const saveNotificationPreferences = async (
  db: Db,
  userId: string,
  { channels: { bookings, viewings, messages, mentions }, quietHours }: NotificationPreferences,
): Promise<void> => {
  const said = {
    bookingsPush: bookings.push,
    bookingsEmail: bookings.email,
    viewingsPush: viewings.push,
    viewingsEmail: viewings.email,
    messagesPush: messages.push,
    messagesEmail: messages.email,
    mentionsPush: mentions.push,
    quietHours,
  };
  await db
    .insert(notificationPreferences)
    .values({ userId, ...said })
    .onConflictDoUpdate({ target: notificationPreferences.userId, set: said });
};

const OFF = {
  bookings: { bookingsEmail: false },
  viewings: { viewingsEmail: false },
  messages: { messagesEmail: false },
} as const satisfies Record<MailKind, object>;

/** Turns one kind of mail off and leaves all else as it is. */
export const turnMailOff = async (db: Db, userId: string, kind: MailKind): Promise<void> => {
  await db
    .insert(notificationPreferences)
    .values({ userId, ...OFF[kind] })
    .onConflictDoUpdate({ target: notificationPreferences.userId, set: OFF[kind] });
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

import { and, count, countDistinct, eq, gt, inArray, isNotNull, isNull, lte, min, or, sql } from "drizzle-orm";
import type { QuietHours } from "#lib/contract/notification-preferences.ts";
import type { Db } from "#lib/db/client.ts";
import { conversations, messages, notificationPreferences, notifications, participants, users } from "#lib/db/schema/index.ts";
import { askingViewingSteps, SOON_MS, settlingViewingSteps, urgentSteps } from "./channel.policy.ts";
import type { Unread } from "./notification-mails.ts";
import { isMailed } from "./recipient.reader.ts";
import { isNotMuted, isUnreadMessage } from "./unread-message.sql.ts";

/** What has been unread for longer was there before anybody asked for mails, or is no news any more. */
const REACH = sql`interval '2 days'`;

/** Since a digest there is something new, and the oldest of it has waited long enough. */
const isNew = (at: typeof messages.createdAt | typeof notifications.createdAt) =>
  gt(at, sql`greatest(coalesce(${notificationPreferences.digestedAt}, '-infinity'), now() - ${REACH})`);

const wantsDigest = sql`coalesce(${notificationPreferences.messagesEmail}, true)`;

/** The membership that a notification is told in. */
const isOfMember = and(
  eq(participants.userId, notifications.userId),
  eq(participants.conversationId, notifications.conversationId),
);

const aboutText = (field: string) => sql`${notifications.about}->>${field}`;

/** The time that a viewing is about, if it is about one. */
const firstTime = sql`(${notifications.about}->'slots'->0->>'startsAt')::timestamptz`;

/** What has a mail of its own (`channel.policy.ts`). */
const isMailedAlone = or(
  eq(aboutText("type"), "viewing_reminder"),
  and(eq(aboutText("type"), "booking_event"), inArray(aboutText("event"), [...urgentSteps])),
  and(
    eq(aboutText("type"), "viewing_event"),
    isNotNull(firstTime),
    or(
      inArray(aboutText("event"), [...settlingViewingSteps]),
      and(
        inArray(aboutText("event"), [...askingViewingSteps]),
        lte(firstTime, sql`${notifications.createdAt} + ${SOON_MS} * interval '1 millisecond'`),
      ),
    ),
  ),
);

export type Waiting = { userId: string; quietHours: QuietHours | null; waitsSince: Date };

const waitingMessages = (db: Db) =>
  db
    .select({
      userId: participants.userId,
      quietHours: notificationPreferences.quietHours,
      waitsSince: min(messages.createdAt).mapWith(messages.createdAt),
    })
    .from(conversations)
    .innerJoin(participants, eq(participants.conversationId, conversations.id))
    .innerJoin(messages, eq(messages.conversationId, conversations.id))
    .innerJoin(users, and(eq(users.id, participants.userId), isMailed))
    .leftJoin(notificationPreferences, eq(notificationPreferences.userId, participants.userId))
    .where(and(gt(conversations.activeAt, sql`now() - ${REACH}`), isUnreadMessage, isNew(messages.createdAt), wantsDigest))
    .groupBy(participants.userId, notificationPreferences.quietHours);

const waitingNotifications = (db: Db) =>
  db
    .select({
      userId: notifications.userId,
      quietHours: notificationPreferences.quietHours,
      waitsSince: min(notifications.createdAt).mapWith(notifications.createdAt),
    })
    .from(notifications)
    .innerJoin(users, and(eq(users.id, notifications.userId), isMailed))
    .innerJoin(participants, isOfMember)
    .leftJoin(notificationPreferences, eq(notificationPreferences.userId, notifications.userId))
    .where(
      and(
        isNull(notifications.readAt),
        // These have had a mail of their own.
        sql`not ${isMailedAlone}`,
        isNotMuted,
        isNew(notifications.createdAt),
        wantsDigest,
      ),
    )
    .groupBy(notifications.userId, notificationPreferences.quietHours);

/** Everybody who is mailed, has something new unread and has had no mail of it; since when the oldest of it waits. */
export const findWaiting = async (db: Db): Promise<Waiting[]> => {
  const found = new Map<string, Waiting>();
  for (const row of [...(await waitingMessages(db)), ...(await waitingNotifications(db))]) {
    const former = found.get(row.userId);
    if (!former || row.waitsSince < former.waitsSince) found.set(row.userId, row);
  }
  return [...found.values()];
};

/** How much of everything a person has not read, what is muted left out. */
export const countUnread = async (db: Db, userId: string): Promise<Unread> => {
  const [inConversations] = await db
    .select({ unread: countDistinct(participants.conversationId) })
    .from(participants)
    .innerJoin(messages, eq(messages.conversationId, participants.conversationId))
    .where(and(eq(participants.userId, userId), isUnreadMessage));
  const [told] = await db
    .select({ unread: count() })
    .from(notifications)
    .innerJoin(participants, isOfMember)
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt), isNotMuted));
  return { conversations: inConversations?.unread ?? 0, notifications: told?.unread ?? 0 };
};

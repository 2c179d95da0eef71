import type { JobPayload } from "#lib/contract/jobs.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { EffectService } from "../operations/effect.service.ts";
import type { Clock, JobQueue, JobRun, Mailer } from "../ports.ts";
import { findHeardSubscriptions } from "../push/push.reader.ts";
import { planOf, urgencyOf } from "./channel.policy.ts";
import { findNotifications } from "./notification.reader.ts";
import { urgentMail } from "./notification-mails.ts";
import { findNotificationPreferences } from "./notification-preferences.reader.ts";
import { findMailedAddress, isConversationMuted } from "./recipient.reader.ts";

type Deps = {
  database: Database;
  effects: EffectService;
  jobs: JobQueue;
  mailer: Mailer;
  clock: Clock;
  /** The address of our own pages. */
  origin: string;
  linkKey: string;
};

/** A notification that nobody has read yet, with whom it is for. */
const findUnread = async (db: Db, notificationId: string) => {
  const [found] = await findNotifications(db, [notificationId]);
  return found && found.notification.readAt === null ? found : undefined;
};

/** Carries notifications to whoever does not look at the pages. */
export const createDeliveryService = ({ database, effects, jobs, mailer, clock, origin, linkKey }: Deps) => ({
  /** Puts down a job for each way in which somebody is told, all or none; nothing of what has been read by then. */
  deliver: ({ notificationId }: JobPayload<"notification:deliver">, { id }: JobRun): Promise<void> =>
    effects.inside(id, async (db) => {
      const found = await findUnread(db, notificationId);
      if (!found) return;
      const { userId, notification } = found;
      const preferences = await findNotificationPreferences(db, userId);
      const isMuted = await isConversationMuted(db, userId, notification.conversationId);
      const { push, email } = planOf({ notification, preferences, isMuted, now: clock() });
      if (email) await jobs.add(db, "notification:mail", { notificationId }, { runAt: email });
      if (!push) return;
      for (const { id: subscriptionId } of await findHeardSubscriptions(db, userId))
        await jobs.add(db, "push:send", { notificationId, subscriptionId }, { runAt: push });
    }),

  /** Mails it; nothing when it has been read meanwhile. @throws {Error} when the mail did not go out */
  mail: ({ notificationId }: JobPayload<"notification:mail">, { id }: JobRun): Promise<void> =>
    effects.outside(id, async () => {
      const found = await database.read(async (db) => {
        const unread = await findUnread(db, notificationId);
        const to = unread && (await findMailedAddress(db, unread.userId));
        return unread && to !== undefined ? { ...unread, to } : undefined;
      });
      const urgency = found && urgencyOf(found.notification);
      if (!urgency) return;
      const { userId, notification, to } = found;
      const { conversationId } = notification;
      await mailer.send(urgentMail({ id, to, userId, origin, linkKey, urgency, conversationId }));
    }),
});

import type { JobPayload } from "#lib/contract/jobs.ts";
import type { Database } from "#lib/db/client.ts";
import type { NotificationService } from "../notifications/notification.service.ts";
import { findNotificationPreferences } from "../notifications/notification-preferences.reader.ts";
import { findMailedAddress } from "../notifications/recipient.reader.ts";
import type { EffectService } from "../operations/effect.service.ts";
import type { JobQueue, JobRun, Mailer } from "../ports.ts";
import { viewingReminderMail } from "./mails.ts";
import { findUpcoming } from "./reminder.reader.ts";
import { reminderNoticesOf } from "./viewing-notices.ts";

type Deps = {
  database: Database;
  jobs: JobQueue;
  effects: EffectService;
  mailer: Mailer;
  notifications: NotificationService;
  /** The address of our own pages. */
  origin: string;
  linkKey: string;
};

/** Tells the two that a viewing is near. */
export const createViewingReminderService = ({ database, jobs, effects, mailer, notifications, origin, linkKey }: Deps) => ({
  /** Notifies the two and puts down a mail for each, all or nothing; nothing when the viewing was moved or cancelled. */
  remind: async (reminder: JobPayload<"viewing:remind">, { id }: JobRun): Promise<void> => {
    let tell = (): void => undefined;
    await effects.inside(id, async (db) => {
      const upcoming = await findUpcoming(db, reminder.viewingId, new Date(reminder.startsAt));
      if (!upcoming) return;
      for (const userId of [upcoming.studentId, upcoming.landlordId]) await jobs.add(db, "viewing:mail", { ...reminder, userId });
      tell = await notifications.write(db, reminderNoticesOf(upcoming, reminder));
    });
    tell();
  },

  /** Mails it; nothing when that has changed meanwhile, or is not wished for. @throws {Error} when the mail did not go out */
  mail: ({ viewingId, startsAt, kind, userId }: JobPayload<"viewing:mail">, { id }: JobRun): Promise<void> =>
    effects.outside(id, async () => {
      const at = new Date(startsAt);
      const found = await database.read(async (db) => {
        const { channels } = await findNotificationPreferences(db, userId);
        const to = channels.viewings.email ? await findMailedAddress(db, userId) : undefined;
        const upcoming = await findUpcoming(db, viewingId, at);
        return upcoming && to !== undefined ? { ...upcoming, to } : undefined;
      });
      if (!found) return;
      const { to, conversationId, timeZone } = found;
      await mailer.send(viewingReminderMail({ id, to, userId, origin, linkKey, conversationId, startsAt: at, timeZone, kind }));
    }),
});

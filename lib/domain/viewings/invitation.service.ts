import type { JobPayload } from "#lib/contract/jobs.ts";
import type { Database } from "#lib/db/client.ts";
import { findNotificationPreferences } from "../notifications/notification-preferences.reader.ts";
import { findMailedAddress } from "../notifications/recipient.reader.ts";
import type { EffectService } from "../operations/effect.service.ts";
import type { JobRun, Mailer } from "../ports.ts";
import { invitationMail } from "./mails.ts";
import { findOwnViewing } from "./viewing.reader.ts";

type Deps = {
  database: Database;
  effects: EffectService;
  mailer: Mailer;
  /** The address of our own pages. */
  origin: string;
  linkKey: string;
};

/** Brings a viewing into people's calendars, and out of them. */
export const createInvitationService = ({ database, effects, mailer, origin, linkKey }: Deps) => ({
  /**
   * Mails the calendar entry to one of the two; nothing when the viewing has changed meanwhile, for then another mail says how, or
   * is not wished for. @throws {Error} when the mail did not go out
   */
  mail: ({ viewingId, startsAt, status, userId }: JobPayload<"viewing:invite">, { id }: JobRun): Promise<void> =>
    effects.outside(id, async () => {
      const [to, viewing] = await database.read(async (db) => {
        const { channels } = await findNotificationPreferences(db, userId);
        const address = channels.viewings.email ? await findMailedAddress(db, userId) : undefined;
        return [address, await findOwnViewing(db, userId, viewingId)];
      });
      if (to === undefined || viewing?.status !== status || viewing.confirmed?.startsAt !== startsAt) return;
      await mailer.send(invitationMail({ id, to, userId, origin, linkKey, viewing, slot: viewing.confirmed }));
    }),
});

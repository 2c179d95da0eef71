import type { JobPayload } from "#lib/contract/jobs.ts";
import type { Database } from "#lib/db/client.ts";
import { databaseTime } from "#lib/db/database-time.ts";
import type { EffectService } from "../operations/effect.service.ts";
import type { JobQueue, JobRun, Mailer } from "../ports.ts";
import { isDigestDue } from "./digest.policy.ts";
import { countUnread, findWaiting } from "./digest.reader.ts";
import { digestMail } from "./notification-mails.ts";
import { lockSweep, markDigested } from "./notification-preferences.repository.ts";
import { findMailedAddress } from "./recipient.reader.ts";

type Deps = {
  database: Database;
  effects: EffectService;
  jobs: JobQueue;
  mailer: Mailer;
  /** The address of our own pages. */
  origin: string;
  linkKey: string;
};

/** One mail for all that somebody has left unread (docs/decisions/0025). */
export const createDigestService = ({ database, effects, jobs, mailer, origin, linkKey }: Deps) => ({
  /** Puts down a mail for each whose time has come, and notes up to when it sums up, in one transaction. */
  sweep: (): Promise<void> =>
    database.write(async (db) => {
      await lockSweep(db);
      const now = await databaseTime(db);
      const due = (await findWaiting(db)).filter((waiting) => isDigestDue(waiting, now)).map(({ userId }) => userId);
      for (const userId of due) await jobs.add(db, "digest:mail", { userId });
      await markDigested(db, due, now);
    }),

  /** Mails it; nothing when all of it has been read meanwhile. @throws {Error} when the mail did not go out */
  mail: ({ userId }: JobPayload<"digest:mail">, { id }: JobRun): Promise<void> =>
    effects.outside(id, async () => {
      const [to, unread] = await database.read(async (db) => [
        await findMailedAddress(db, userId),
        await countUnread(db, userId),
      ]);
      if (to === undefined || unread.conversations + unread.notifications === 0) return;
      await mailer.send(digestMail({ id, to, userId, origin, linkKey, ...unread }));
    }),
});

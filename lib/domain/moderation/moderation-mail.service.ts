import type { JobPayload } from "#lib/contract/jobs.ts";
import type { OwnSanction } from "#lib/contract/sanctions.ts";
import type { Database } from "#lib/db/client.ts";
import { findConfirmedAddress, findMailedAddress } from "../notifications/recipient.reader.ts";
import type { EffectService } from "../operations/effect.service.ts";
import type { JobRun, Mailer } from "../ports.ts";
import { reportMail, sanctionMail } from "./mails.ts";
import { findOwnReport } from "./report.reader.ts";
import { findSanction } from "./sanction.reader.ts";

type Deps = { database: Database; effects: Pick<EffectService, "outside">; mailer: Mailer; origin: string };
type News = JobPayload<"sanction:mail">["news"];

/** Whether it is still so: what was taken back meanwhile has a mail of its own. */
const isNews = ({ liftedAt, appeal }: OwnSanction, news: News): boolean => {
  if (news === "made") return liftedAt === null;
  return news === "lifted" ? liftedAt !== null : appeal?.outcome != null;
};

/** Tells people by mail of what moderators did. They cannot turn these off: they are about their own account. */
export const createModerationMailService = ({ database, effects, mailer, origin }: Deps) => ({
  /** @throws {Error} when the mail did not go out */
  sanction: ({ sanctionId, news }: JobPayload<"sanction:mail">, { id }: JobRun): Promise<void> =>
    effects.outside(id, async () => {
      const [sanction, to] = await database.read(async (db) => {
        const found = await findSanction(db, sanctionId);
        return [found, found && (await findConfirmedAddress(db, found.person.id))];
      });
      if (sanction && to !== undefined && isNews(sanction, news))
        await mailer.send(sanctionMail({ id, to, origin, sanction }, news));
    }),

  /** @throws {Error} when the mail did not go out */
  report: ({ reportId }: JobPayload<"report:mail">, { id }: JobRun): Promise<void> =>
    effects.outside(id, async () => {
      const [found, to] = await database.read(async (db) => {
        const own = await findOwnReport(db, reportId);
        return [own?.report, own && (await findMailedAddress(db, own.reporterId))];
      });
      if (found?.outcome && to !== undefined) await mailer.send(reportMail({ id, to, origin, outcome: found.outcome }));
    }),
});

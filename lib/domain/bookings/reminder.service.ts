import type { JobPayload } from "#lib/contract/jobs.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { EffectService } from "../operations/effect.service.ts";
import type { JobQueue, JobRun, Mailer } from "../ports.ts";
import { deadlineMail } from "./mails.ts";
import { whoActs } from "./reminder.policy.ts";
import { findAddress, findPending, type Pending } from "./reminder.reader.ts";

type Deps = {
  database: Database;
  jobs: JobQueue;
  effects: EffectService;
  mailer: Mailer;
  /** The address of our own pages. */
  origin: string;
};

type Deadline = JobPayload<"booking:remind">;

const addressOf = (db: Db, { status, studentId, landlordId }: Pending): Promise<string | undefined> =>
  findAddress(db, whoActs(status) === "student" ? studentId : landlordId);

/** Tells whoever has to act that the time of a booking runs out. */
export const createReminderService = ({ database, jobs, effects, mailer, origin }: Deps) => ({
  /**
   * Puts down what tells of it, a job for each way, all or none; nothing when the booking has moved on. Another way of
   * telling joins here.
   */
  remind: ({ bookingId, deadlineAt }: Deadline, { id }: JobRun): Promise<void> =>
    effects.inside(id, async (db) => {
      const pending = await findPending(db, bookingId, new Date(deadlineAt));
      if (pending) await jobs.add(db, "booking:mail", { bookingId, deadlineAt });
    }),

  /** Mails it; nothing when the booking has moved on meanwhile. @throws {Error} when the mail did not go out */
  mail: ({ bookingId, deadlineAt }: Deadline, { id }: JobRun): Promise<void> =>
    effects.outside(id, async () => {
      const found = await database.read(async (db) => {
        const pending = await findPending(db, bookingId, new Date(deadlineAt));
        const to = pending && (await addressOf(db, pending));
        return pending && to !== undefined ? { ...pending, to } : undefined;
      });
      if (found) await mailer.send(deadlineMail({ id, origin, ...found }));
    }),
});

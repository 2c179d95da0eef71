import type { Database } from "#lib/db/client.ts";
import { databaseTime } from "#lib/db/database-time.ts";
import type { JobQueue } from "../ports.ts";
import { schedule, slotOf } from "./schedule.policy.ts";
import { takeSlot } from "./schedule.repository.ts";

type Deps = { database: Database; jobs: JobQueue };

type Scheduled = keyof typeof schedule;
const SCHEDULED = Object.keys(schedule) as Scheduled[];

export const createScheduleService = ({ database, jobs }: Deps) => ({
  /** Puts what is due into the queue, each once, however many processes look. */
  enqueueDue: (): Promise<void> =>
    database.write(async (db) => {
      const now = await databaseTime(db);
      for (const name of SCHEDULED) {
        if (await takeSlot(db, name, slotOf(schedule[name], now))) await jobs.add(db, name, {}, { key: name });
      }
    }),
});

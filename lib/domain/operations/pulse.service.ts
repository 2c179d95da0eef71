import type { PulseHistory, PulseSample } from "#lib/contract/pulse.ts";
import { SLOT_MS, withSample } from "#lib/contract/pulse-history.ts";
import type { Database } from "#lib/db/client.ts";
import { assertAdmin } from "../accounts/admin.policy.ts";
import type { Actor } from "../actor.ts";
import { countOpenReports } from "../moderation/queue.reader.ts";
import type { Clock, JobQueue, Publisher, Vitals } from "../ports.ts";
import type { PulseMeter } from "./pulse-meter.ts";

type Deps = {
  database: Database;
  jobs: JobQueue;
  vitals: Pick<Vitals, "read" | "isWatched">;
  meter: Pick<PulseMeter, "lastMinute" | "errorsOfHour">;
  publish: Pick<Publisher, "toDesk">;
  clock: Clock;
};

const WAITING = new Set(["due", "running"]);

/** How this process is, for admins who look at it: live, and the last hour of it. */
export const createPulseService = ({ database, jobs, vitals, meter, publish, clock }: Deps) => {
  const since = clock().toISOString();
  let samples: PulseSample[] = [];

  const census = async (): Promise<PulseSample["jobs"]> => {
    const { jobs: counts } = await database.read(jobs.census);
    const sum = (isMeant: (state: string) => boolean): number =>
      counts.reduce((total, { state, count }) => (isMeant(state) ? total + count : total), 0);
    return { waiting: sum((state) => WAITING.has(state)), dead: sum((state) => state === "dead") };
  };

  /** What the database does not answer is not known; everything else is. */
  const sample = async (): Promise<PulseSample> => {
    const [waiting, reports] = await Promise.all([census().catch(() => null), database.read(countOpenReports).catch(() => null)]);
    return { at: clock().toISOString(), ...vitals.read(), ...meter.lastMinute(), jobs: waiting, reports };
  };

  const isDue = (): boolean => {
    const last = samples.at(-1);
    return !last || clock().getTime() - Date.parse(last.at) >= SLOT_MS;
  };

  return {
    /** Looks, keeps what is seen, and tells who watches. While nobody does, one look in a slot is enough. */
    beat: async (): Promise<void> => {
      if (!vitals.isWatched() && !isDue()) return;
      const seen = await sample();
      samples = withSample(samples, seen);
      publish.toDesk("operations:pulse", { sample: seen, errorsByCode: meter.errorsOfHour() });
    },

    /** Lets somebody in by `join`, and tells what there was until then. @throws {Failure} forbidden */
    watch: async (actor: Actor, join: () => Promise<void>): Promise<PulseHistory> => {
      assertAdmin(actor);
      // Joined first, read second: a pulse in between is heard twice rather than never.
      await join();
      return { since, samples, errorsByCode: meter.errorsOfHour() };
    },
  };
};

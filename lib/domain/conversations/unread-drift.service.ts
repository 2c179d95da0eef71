import type { Database } from "#lib/db/client.ts";
import type { Log, Metrics } from "../ports.ts";
import { countDrift } from "./unread-drift.reader.ts";

/** So many memberships are looked at in each round. */
const SAMPLE = 200;

type Deps = { database: Database; metrics: Pick<Metrics, "watch">; log: Log };

/** Checks that what people are told is unread is what is unread. */
export const createUnreadDriftService = ({ database, metrics, log }: Deps) => {
  let last: number | undefined;
  metrics.watch(async () => (last === undefined ? {} : { uninest_unread_drift: [{ labels: {}, value: last }] }));
  return {
    /** Recounts for some, and lets whoever looks see how many of them differ. Until the first time nothing is to be seen. */
    measure: async (): Promise<void> => {
      last = await database.read((db) => countDrift(db, SAMPLE));
      if (last > 0) log.error({ drift: last, sample: SAMPLE }, "unread counts differ from a recount");
    },
  };
};

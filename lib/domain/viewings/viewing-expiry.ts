import type { Database } from "#lib/db/client.ts";
import { databaseTime } from "#lib/db/database-time.ts";
import type { Log } from "../ports.ts";
import { isOverdue } from "./viewing.policy.ts";
import { stateOf } from "./viewing.presenter.ts";
import type { ViewingRecorder } from "./viewing.recorder.ts";
import * as viewings from "./viewing.repository.ts";
import { deadlineChange } from "./viewing-change.ts";

type Deps = { database: Database; record: ViewingRecorder["record"]; log: Log };

/** Overdue viewings that one look goes through at most. */
const VIEWINGS_A_LOOK = 100;

/** Changes the viewings whose time has come, each once, however many processes look. */
export const createViewingExpiry = ({ database, record, log }: Deps) => {
  /** The viewing at which the last look has ended. */
  let lastLookedAt: string | null = null;

  /** Ends what is overdue, unless somebody else is at it. */
  const endOne = (id: string): Promise<() => void> =>
    database.write(async (db) => {
      const row = await viewings.lockViewing(db, id, { ifIdle: true });
      const now = await databaseTime(db);
      if (!row || !isOverdue(stateOf(row), now)) return () => undefined;
      const home = await viewings.findHome(db, { listingId: row.listingId });
      return home ? record(db, deadlineChange(row, home.timeZone, now)) : () => undefined;
    });

  return async (): Promise<void> => {
    const overdue = { after: lastLookedAt, limit: VIEWINGS_A_LOOK };
    for (const id of await database.read((db) => viewings.findOverdue(db, overdue))) {
      lastLookedAt = id;
      await endOne(id).then(
        (tell) => tell(),
        (error: unknown) => log.warn({ error, viewingId: id }, "an overdue viewing could not be ended"),
      );
    }
  };
};

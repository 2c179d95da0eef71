import type { Database, Db } from "#lib/db/client.ts";
import * as effects from "./effect.repository.ts";

/** A job may run again after it has done its work: here it learns of it. The key is the job's id. */
export const createEffectService = ({ database }: { database: Database }) => ({
  /** An effect in the database: exactly once, since its note is in the same transaction. */
  inside: (jobId: string, write: (db: Db) => Promise<void>): Promise<void> =>
    database.write(async (db) => {
      if (await effects.insertEffect(db, jobId)) await write(db);
    }),

  /**
   * An effect outside, as a mail: at least once. Between the act and its note the process may end, so the act hands the
   * id on, and who gets it twice can tell.
   */
  outside: async (jobId: string, act: () => Promise<void>): Promise<void> => {
    if (await database.read((db) => effects.hasEffect(db, jobId))) return;
    await act();
    await database.read((db) => effects.insertEffect(db, jobId));
  },
});
export type EffectService = ReturnType<typeof createEffectService>;

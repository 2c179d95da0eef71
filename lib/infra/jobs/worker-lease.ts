import postgres, { type Sql } from "postgres";

/** The class of advisory locks that say that a worker lives. */
const LEASE = 7_213_005;
/** A database that has not answered by then is gone. */
const PATIENCE_MS = 5_000;

// A connection that is renewed now and then, as postgres.js does by itself, would lose the lock.
const open = (url: string): Sql =>
  postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    backoff: () => 0.1,
    onnotice: () => undefined,
    connection: { application_name: "uninest-lease" },
  });

/**
 * Tells workers that live from those that do not. The library frees the jobs of a worker that crashed after four hours; here
 * each worker holds a lock of the database for as long as its connection stands, and what is locked by a worker without one
 * is free for the others.
 */
export const createWorkerLease = (url: string) => {
  let client = open(url);

  /** A line that nobody answers on is given up with what it held. @throws {Error} */
  const ask = async <Rows>(question: (line: Sql) => Promise<Rows>): Promise<Rows> => {
    const used = client;
    const giveUp = setTimeout(() => {
      if (client === used) client = open(url);
      void used.end({ timeout: 0 });
    }, PATIENCE_MS);
    try {
      return await question(used);
    } finally {
      clearTimeout(giveUp);
    }
  };

  return {
    /** Says that this worker lives. To be said again and again: after a broken connection it has to be. */
    hold: async (workerId: string): Promise<void> => {
      await ask((line) => line`select pg_try_advisory_lock(${LEASE}, hashtext(${workerId}))`);
    },

    /** Says that this worker is over, and frees its jobs. */
    end: async (workerId: string): Promise<void> => {
      await ask((line) => line`select pg_advisory_unlock_all()`);
      await ask((line) => line`select graphile_worker.force_unlock_workers(array[${workerId}])`);
    },

    /** Frees the jobs of all workers that have died. Resolves to how many workers there were. */
    freeOrphans: async (ownId: string | undefined): Promise<number> => {
      const rows = await ask(
        (line) => line`
        with worker as materialized (
          select distinct locked_by as id from graphile_worker.jobs where locked_by is not null and locked_by <> ${ownId ?? ""}
        ), dead as materialized (
          select id from worker where pg_try_advisory_xact_lock(${LEASE}, hashtext(id))
        )
        select graphile_worker.force_unlock_workers(array[id]) from dead`,
      );
      return rows.length;
    },

    close: (): Promise<void> => client.end({ timeout: 1 }),
  };
};

import type { Database } from "#lib/db/client.ts";
import type { JobQueue, Metrics } from "#lib/domain/ports.ts";

type Deps = { database: Database; queue: JobQueue; metrics: Metrics };

/** Lets whoever looks see how full the queue is. */
export const watchQueue = ({ database, queue, metrics }: Deps): void =>
  metrics.watch(async () => {
    const { jobs, oldestDueSeconds } = await database.read(queue.census);
    return {
      uninest_jobs: jobs.map(({ name, state, count }) => ({ labels: { job: name, state }, value: count })),
      uninest_jobs_oldest_due_seconds: [{ labels: {}, value: oldestDueSeconds }],
    };
  });

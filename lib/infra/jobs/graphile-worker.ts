import { setTimeout as delay } from "node:timers/promises";
import { type JobHelpers, type Runner, run, runMigrations, type TaskList } from "graphile-worker";
import { type JobName, type JobPayload, jobs } from "#lib/contract/jobs.ts";
import type { JobRun, Log, Metrics, Span, Tracer } from "#lib/domain/ports.ts";
import { describeError } from "../log.ts";
import { jitterMs } from "./backoff.ts";
import { Envelope } from "./envelope.ts";
import { createGraphileLog } from "./graphile-log.ts";
import { openJobPool } from "./job-pool.ts";
import { createWorkerLease } from "./worker-lease.ts";

export type JobHandlers = { [Name in JobName]: (payload: JobPayload<Name>, run: JobRun) => Promise<void> };

/** So many jobs run at once in a process; the library wants a connection for each and two more. */
const CONCURRENCY = 4;
/** What waits for its time is looked for so often; what is due at once is told of. */
const POLL_MS = 2_000;
/** How often it is looked after workers that died, and for what is due by the calendar. */
const ROUND_MS = 10_000;
const RESTART_MS = 2_000;
/** Jobs that run at a stop get so long to end; then they are done again elsewhere. */
const FAREWELL_MS = 5_000;

/** Brings the tables of the queue up to date. Several processes may do it at once. */
export const migrateQueue = async (url: string, log: Log): Promise<void> => {
  await runMigrations({ connectionString: url, maxPoolSize: 1, logger: createGraphileLog(log) });
};

/** Why a try failed, for those who look after it: what people wrote is left out, as in a log. */
const reasonOf = (error: unknown): string => {
  const { message, cause } = describeError(error);
  return cause ? `${message}: ${cause.message}` : message;
};

/** The library waits by itself after a failure, each job as long as the other: this adds a chance to it, and when it was. */
const spread = async ({ job, query }: JobHelpers): Promise<void> => {
  const ms = jitterMs(job.attempts, Math.random());
  await query(
    `update graphile_worker._private_jobs
      set run_at = now() + $2 * interval '1 millisecond', updated_at = now() where id = $1 and locked_by = $3`,
    [job.id, ms, job.locked_by],
  );
};

type Options = { url: string; handlers: JobHandlers; log: Log; metrics: Metrics; tracer: Tracer; onRound: () => Promise<void> };

/**
 * Runs jobs in this process, between `start` and `stop`. `onRound` is called every ten seconds. A job runs at least once: what
 * must not happen twice is the handler's to see to, by the id of the run.
 */
export const createJobWorker = ({ url, handlers, log, metrics, tracer, onRound }: Options) => {
  const lease = createWorkerLease(url);
  const stopped = new AbortController();
  const { signal } = stopped;
  let workerId: string | undefined;
  let isUp = false;
  let isAway = false;
  let life: Promise<void> | undefined;

  const pause = (ms: number): Promise<unknown> => delay(ms, undefined, { ref: false, signal }).catch(() => undefined);

  const perform = async <Name extends JobName>(name: Name, raw: unknown, attempt: number): Promise<void> => {
    const { id, data } = Envelope.parse(raw);
    const payload = jobs[name].payload.parse(data) as JobPayload<Name>;
    const startedAt = performance.now();
    await handlers[name](payload, { id, attempt });
    log.debug({ job: name, id, attempt, ms: Math.round(performance.now() - startedAt) }, "a job is done");
  };

  const attemptAt = async (name: JobName, raw: unknown, helpers: JobHelpers, span: Span): Promise<void> => {
    const { attempts: attempt, max_attempts: most } = helpers.job;
    try {
      await perform(name, raw, attempt);
      span.end({ attempt });
      metrics.count("uninest_job_runs_total", { job: name, outcome: "done" });
    } catch (error) {
      span.end({ attempt }, true);
      metrics.count("uninest_job_runs_total", { job: name, outcome: attempt < most ? "again" : "dead" });
      if (attempt < most) log.warn({ error, job: name, attempt, most }, "a job has to be tried again");
      else log.error({ error, job: name, attempt }, "a job is dead");
      await spread(helpers).catch((cause: unknown) => log.warn({ error: cause }, "a job comes back without a chance"));
      throw new Error(reasonOf(error), { cause: error });
    }
  };

  const taskOf =
    (name: JobName) =>
    (raw: unknown, helpers: JobHelpers): Promise<void> =>
      tracer.begin(`job ${name}`, (span) => attemptAt(name, raw, helpers, span));
  const taskList: TaskList = Object.fromEntries((Object.keys(jobs) as JobName[]).map((name) => [name, taskOf(name)]));

  /** No job is taken before it is known that this worker lives: else others would take it away again. */
  const begin = async (id: string): Promise<void> => {
    workerId = id;
    while (!signal.aborted) {
      const isHeld = await lease.hold(id).then(
        () => true,
        () => false,
      );
      if (isHeld) return;
      await pause(RESTART_MS);
    }
  };

  const open = (pgPool: ReturnType<typeof openJobPool>): Promise<Runner> =>
    run({
      pgPool,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      logger: createGraphileLog(log),
      taskList,
      parsedCronItems: [],
      preset: {
        // Without a delay, a job whose end cannot be written down is a rejection that nobody handles.
        worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
        plugins: [
          {
            name: "lease",
            version: "1.0.0",
            worker: { hooks: { startWorker: (_, { worker }) => begin(worker.workerPool.id) } },
          },
        ],
      },
    });

  /** One life of the library's worker: it ends at a stop, and when it cannot write down what became of a job. */
  const live = async (): Promise<void> => {
    const pool = openJobPool(url, CONCURRENCY + 2, log);
    try {
      const runner = await open(pool);
      const end = (): void => void runner.stop().catch(() => undefined);
      if (signal.aborted) end();
      signal.addEventListener("abort", end, { once: true });
      isUp = true;
      await runner.promise.finally(() => signal.removeEventListener("abort", end));
    } finally {
      void pool.end().catch(() => undefined);
    }
  };

  /** One outage is told of once. */
  const noteOutage = (error: unknown): void => {
    if (!isAway && !signal.aborted) log.warn({ error }, "jobs have to wait for the database");
    isAway = true;
  };

  const keepAlive = async (): Promise<void> => {
    while (!signal.aborted) {
      await live().catch(noteOutage);
      isUp = false;
      const over = workerId;
      workerId = undefined;
      if (over) await lease.end(over).catch(noteOutage);
      await pause(RESTART_MS);
    }
  };

  const round = async (): Promise<void> => {
    if (workerId) await lease.hold(workerId);
    const dead = await lease.freeOrphans(workerId);
    if (dead > 0) log.info({ dead }, "the jobs of workers that died are free");
    await onRound();
    isAway = false;
    log.debug({ workerId }, "a round of the jobs");
  };

  const goRounds = async (): Promise<void> => {
    while (!signal.aborted) {
      await round().catch(noteOutage);
      await pause(ROUND_MS);
    }
  };

  return {
    isUp: (): boolean => isUp,
    start: (): void => {
      life = keepAlive();
      void goRounds();
    },
    stop: async (): Promise<void> => {
      stopped.abort();
      await Promise.race([life, delay(FAREWELL_MS, undefined, { ref: false })]);
      await lease.close();
    },
  };
};

import { sql } from "drizzle-orm";
import { type DeadJob, type JobName, type JobPayload, jobs } from "#lib/contract/jobs.ts";
import type { JobCount, JobQueue, NewId } from "#lib/domain/ports.ts";
import type { Envelope } from "./envelope.ts";

/** The library has nothing to say of a job that ended with its process. */
const NO_REASON = "The process ended while it ran.";

/** The library calls these tables private; the version is pinned, and its public view leaves the payload out, which has our id. */
const DEAD = sql`
  from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
  where job.attempts >= job.max_attempts and job.locked_at is null and job.payload->>'id' is not null`;

type DeadRow = { id: string; name: string; attempts: number; reason: string; created_at: string; failed_at: string };

const presented = ({ created_at, failed_at, ...job }: DeadRow): DeadJob => ({
  ...job,
  createdAt: new Date(created_at).toISOString(),
  failedAt: new Date(failed_at).toISOString(),
});

/** The queue as graphile-worker keeps it, written to by plain SQL in whatever transaction the caller has. */
export const createGraphileQueue = ({ newId }: { newId: NewId }): JobQueue => {
  const envelopeOf = <Name extends JobName>(name: Name, payload: JobPayload<Name>): Envelope => ({
    id: newId(),
    data: jobs[name].payload.parse(payload),
  });
  return {
    add: async (db, name, payload, { runAt, key, priority = 0 } = {}) => {
      const envelope = envelopeOf(name, payload);
      await db.execute(sql`select from graphile_worker.add_job(
      ${name}::text,
      payload := ${JSON.stringify(envelope)}::json,
      run_at := ${runAt?.toISOString() ?? null}::timestamptz,
      max_attempts := ${jobs[name].attempts}::integer,
      job_key := ${key ?? null}::text,
      priority := ${priority}::integer)`);
    },

    addKeyed: async (db, name, wanted, runAt) => {
      if (wanted.length === 0) return;
      const keys = wanted.map(({ key }) => key);
      const lanes = wanted.map(({ lane }) => lane ?? null);
      const envelopes = wanted.map(({ payload }) => JSON.stringify(envelopeOf(name, payload)));
      await db.execute(sql`select from graphile_worker.add_jobs(
      array(
        select row(${name}::text, spec.payload::json, spec.lane, ${runAt.toISOString()}::timestamptz, ${jobs[name].attempts}::smallint,
          spec.key, 0::smallint, null)::graphile_worker.job_spec
        from unnest(${sql.param(keys)}::text[], ${sql.param(envelopes)}::text[], ${sql.param(lanes)}::text[])
          as spec (key, payload, lane)),
      job_key_preserve_run_at := true)`);
    },

    dead: async (db, { cursor, limit }) => {
      // Ids grow with time.
      const before = cursor === undefined ? sql`` : sql`and job.payload->>'id' < ${cursor}`;
      const rows = await db.execute<DeadRow>(sql`
      select job.payload->>'id' as id, task.identifier as name, job.attempts, coalesce(job.last_error, ${NO_REASON}) as reason,
        job.created_at::text, job.updated_at::text as failed_at
      ${DEAD} ${before} order by job.payload->>'id' desc limit ${limit}`);
      return [...rows].map(presented);
    },

    revive: async (db, id) => {
      const rows = await db.execute(sql`
      select from graphile_worker.reschedule_jobs(
        array(select job.id ${DEAD} and job.payload->>'id' = ${id}), run_at := now(), attempts := 0)`);
      return rows.length > 0;
    },

    drop: async (db, id) => {
      const rows = await db.execute(sql`
      select from graphile_worker.complete_jobs(array(select job.id ${DEAD} and job.payload->>'id' = ${id}))`);
      return rows.length > 0;
    },

    census: async (db) => {
      const rows = await db.execute<JobCount & { due_seconds: number }>(sql`
      select name, state, count(*)::int as count, coalesce(max(due_seconds) filter (where state = 'due'), 0)::float8 as due_seconds
      from (
        select task.identifier as name, extract(epoch from now() - job.run_at) as due_seconds,
          case when job.locked_at is not null then 'running' when job.attempts >= job.max_attempts then 'dead'
            when job.run_at <= now() then 'due' else 'later' end as state
        from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id) as jobs
      group by name, state`);
      const counts = [...rows].map(({ name, state, count }) => ({ name, state, count }));
      return { jobs: counts, oldestDueSeconds: Math.max(0, ...[...rows].map(({ due_seconds }) => due_seconds)) };
    },

    dropDead: async (db, before) => {
      await db.execute(sql`
      select from graphile_worker.complete_jobs(array(select job.id ${DEAD} and job.updated_at < ${before.toISOString()}))`);
    },
  };
};

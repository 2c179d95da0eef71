import { v7 } from "uuid";
import { type JobName, type JobPayload, jobs } from "#lib/contract/jobs.ts";
import { execute } from "./sql.ts";

/** A job that was tried for the last time. Resolves to its id. */
export const putDeadJob = async <Name extends JobName>(
  databaseUrl: string,
  name: Name,
  payload: JobPayload<Name>,
  reason: string,
): Promise<string> => {
  const id = v7();
  // Put down for later, so that no worker takes it before it is dead.
  await execute(
    databaseUrl,
    `select graphile_worker.add_job($1, $2::text::json, run_at := now() + interval '1 day', max_attempts := ${jobs[name].attempts})`,
    [name, JSON.stringify({ id, data: payload })],
  );
  await execute(
    databaseUrl,
    "update graphile_worker._private_jobs set attempts = max_attempts, last_error = $2, run_at = now() where payload->>'id' = $1",
    [id, reason],
  );
  return id;
};

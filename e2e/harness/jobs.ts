import { createHash, createHmac, randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { expect } from "vitest";
import { type JobName, type JobPayload, jobs } from "#lib/contract/jobs.ts";
import { OWN_SECRET } from "./own-server.ts";
import { execute } from "./sql.ts";

/** Jobs as another program puts them down. */
export const enqueue = async <Name extends JobName>(databaseUrl: string, name: Name, payloads: JobPayload<Name>[]) => {
  const rows = payloads.map((data) => ({ id: v7(), data }));
  await execute(
    databaseUrl,
    `select from json_array_elements($1::text::json) job,
      lateral graphile_worker.add_job($2, payload := job, max_attempts := ${jobs[name].attempts})`,
    [JSON.stringify(rows), name],
  );
};

const signed = (key: string, text: string): string => createHmac("sha256", key).update(text).digest("base64url");

/** So many people who are promised a mail, and the jobs that send it. Resolves to their addresses. */
export const promiseMails = async (databaseUrl: string, count: number): Promise<string[]> => {
  const linkKey = signed(OWN_SECRET, "links in mails");
  const people = Array.from({ length: count }, () => {
    const [id, nonce] = [v7(), randomBytes(32).toString("base64url")];
    const hash = createHash("sha256").update(signed(linkKey, nonce)).digest("base64url");
    return { id, nonce, hash, email: `${id}@people.test` };
  });
  const given = "from json_to_recordset($1::text::json) as given(id uuid, email text, hash text)";
  const rows = [JSON.stringify(people)];
  const values = "id, email, 'Somebody', 'student', 'none'";
  await execute(databaseUrl, `insert into users (id, email, name, role, password_hash) select ${values} ${given}`, rows);
  const promise = "id, 'email', hash, now() + interval '1 day'";
  await execute(
    databaseUrl,
    `insert into verifications (user_id, purpose, token_hash, expires_at) select ${promise} ${given}`,
    rows,
  );
  await enqueue(
    databaseUrl,
    "account:mail",
    people.map(({ id, nonce }) => ({ userId: id, purpose: "email", nonce })),
  );
  return people.map(({ email }) => email);
};

type Waiting = { name: string; attempts: number; reason: string | null; payload: string; isLocked: boolean; isDead: boolean };

/** What lies in the queue: what waits, what runs, and what is dead; what comes by itself again and again is left out. */
export const queueOf = async (databaseUrl: string): Promise<Waiting[]> => {
  const rows = await execute(
    databaseUrl,
    `select task.identifier as name, attempts, last_error as reason, payload::text, locked_at is not null as "isLocked",
        attempts >= max_attempts and locked_at is null as "isDead"
      from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = task_id
      where task.identifier not in ('digest:sweep', 'unread:recount')`,
  );
  return rows.map((row) => row as unknown as Waiting);
};

/** For the queue, the time has come of everything that waits for its own. */
export const timePasses = async (databaseUrl: string): Promise<void> => {
  await execute(
    databaseUrl,
    `with due as (
      update graphile_worker._private_jobs set run_at = now() where locked_at is null and attempts < max_attempts returning id
    ) select pg_notify('jobs:insert', json_build_object('count', count(*))::text) from due`,
  );
};

/**
 * Lets time pass until something is so, as slowly as a part outside needs that has failed three times in a row: it is left alone for
 * a second, and each job that wants it in that time has lost a try.
 */
export const comesTrueInTime = <Fact>(databaseUrl: string, look: () => Fact | Promise<Fact>) =>
  expect.poll(
    async () => {
      await timePasses(databaseUrl);
      return look();
    },
    { timeout: 30_000, interval: 1_100 },
  );

/** Resolves once nothing waits and nothing runs. */
export const settles = (databaseUrl: string, ms = 30_000): Promise<void> =>
  expect
    .poll(async () => (await queueOf(databaseUrl)).filter(({ isDead }) => !isDead), { timeout: ms, interval: 100 })
    .toEqual([]);

/** Resolves once the pages of a conversation's links have been looked at, and what comes of it is written. */
export const looksAreOver = (databaseUrl: string, conversationId: string): Promise<void> =>
  expect
    .poll(
      () =>
        execute(databaseUrl, "select from graphile_worker.jobs where key like $1", [`preview ${conversationId} %`]).then(
          ({ length }) => length,
        ),
      { timeout: 10_000, interval: 25 },
    )
    .toBe(0);

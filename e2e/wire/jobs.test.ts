import { v7 } from "uuid";
import { expect, inject, onTestFinished, test } from "vitest";
import type { JobPage } from "#lib/contract/routes/operations.ts";
import type { Health } from "#lib/contract/routes/service.ts";
import { freePort } from "#lib/db/embedded/free-port.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { promiseMails, queueOf, settles, timePasses } from "../harness/jobs.ts";
import { OWN_SECRET, OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { defectsIn, linesIn } from "../harness/server-log.ts";
import { type SmtpReceiver, startSmtpReceiver } from "../harness/smtp-receiver.ts";
import { execute } from "../harness/sql.ts";

const VERIFY = "/verify-email";
/** Jobs that two processes share, and jobs over which one is killed three times. */
const PROMISED = 300;
const MANY = 1_000;
const TEST_MS = { timeout: 2 * OWN_SERVER_MS };

/** A round of the queue comes every ten seconds, and the machine may be busy. */
const eventually = <Fact>(look: () => Fact | Promise<Fact>) => expect.poll(look, { timeout: 60_000, interval: 100 });

const createDatabase = (name: string) => createEmptyDatabase(inject("postgresUrl"), `uninest_jobs_${name}`);

type Given = { databaseUrl: string; smtpUrl: string; env?: Record<string, string> };

const start = async (name: string, { databaseUrl, smtpUrl, env = {} }: Given): Promise<RunningServer> => {
  const own = { DATABASE_URL: databaseUrl, AUTH_SECRET: OWN_SECRET, SMTP_URL: smtpUrl, RATE_LIMIT_FACTOR: "1000" };
  const server = await startServer({ name: `jobs-${name}`, env: { ...own, LOG_LEVEL: "debug", ...env } });
  onTestFinished(async () => {
    await server.stop();
  });
  return server;
};

const receive = async (options: Parameters<typeof startSmtpReceiver>[0] = {}): Promise<SmtpReceiver> => {
  const smtp = await startSmtpReceiver(options);
  onTestFinished(smtp.stop);
  return smtp;
};

const kill = (server: RunningServer) =>
  new Promise<void>((resolve) => {
    server.process.once("exit", () => resolve());
    server.process.kill("SIGKILL");
  });

const createAdmin = async (baseUrl: string, databaseUrl: string): Promise<Person> => {
  const admin = await createPerson(baseUrl, "ada");
  await execute(databaseUrl, "update users set role = 'admin' where id = $1", [admin.id]);
  return admin;
};

const deadOf = async (person: Person, query = "") => person.http<JobPage>(`/api/admin/jobs?state=dead${query}`);
const drop = (person: Person, id: string) => person.http(`/api/admin/jobs/${id}`, { method: "DELETE" });
const retry = (person: Person, id: string) => person.http(`/api/admin/jobs/${id}/retry`, { method: "POST" });

/** Nobody got a mail that was not for them, and what somebody got twice is one and the same mail. */
const mailsOnce = (smtp: SmtpReceiver, addresses: string[]): void => {
  const ids = new Map(smtp.mails.map(({ to, id }) => [to[0], id]));
  expect([...ids.keys()].sort()).toEqual([...addresses].sort());
  for (const { to, id } of smtp.mails) expect(id).toBe(ids.get(to[0]));
};

test("while the mail server is away a mail waits, its secret nowhere to be read, and then it arrives once", TEST_MS, async () => {
  const databaseUrl = await createDatabase("away");
  const port = await freePort();
  const { baseUrl } = await start("away", { databaseUrl, smtpUrl: `smtp://127.0.0.1:${port}` });
  const bob = await createPerson(baseUrl, "bob");
  await eventually(() => queueOf(databaseUrl)).toMatchObject([
    { name: "account:mail", reason: expect.stringContaining("ECONNREFUSED"), isDead: false },
  ]);
  const stored = JSON.stringify(await queueOf(databaseUrl));
  const smtp = await receive({ port });
  await timePasses(databaseUrl);
  const { token, id } = await smtp.arrives(bob.email, VERIFY);
  await settles(databaseUrl);
  expect(smtp.mails).toHaveLength(1);
  expect(id).toMatch(/^<[0-9a-f-]{36}@uninest\.invalid>$/);
  expect(stored).toContain(id.slice(1, id.indexOf("@")));
  expect(stored).not.toContain(token);
  expect(stored).not.toContain(bob.email);
  const confirmed = await request(`${baseUrl}/api/email-verifications/confirm`, { method: "POST", body: { token } });
  expect(confirmed.status).toBe(204);
  expect(linesIn("jobs-away", new RegExp(`${bob.email}|${token}`))).toEqual([]);
  disconnectAll(bob);
});

test("a mail that is worth nothing any more is not sent, however late the mail server comes back", TEST_MS, async () => {
  const databaseUrl = await createDatabase("late");
  const port = await freePort();
  const { baseUrl } = await start("late", { databaseUrl, smtpUrl: `smtp://127.0.0.1:${port}` });
  const bob = await createPerson(baseUrl, "bob");
  expect((await bob.http("/api/email-verifications", { method: "POST" })).status).toBe(202);
  expect((await request(`${baseUrl}/api/password-resets`, { method: "POST", body: { email: bob.email } })).status).toBe(202);
  await eventually(async () => (await queueOf(databaseUrl)).filter(({ reason }) => reason)).toHaveLength(2);
  await execute(databaseUrl, "update verifications set expires_at = now() where purpose = 'password_reset'");
  const smtp = await receive({ port });
  await timePasses(databaseUrl);
  await settles(databaseUrl);
  expect(smtp.mails).toHaveLength(1);
  expect(smtp.to(bob.email, VERIFY)).toHaveLength(1);
  disconnectAll(bob);
});

test("what was tried for the last time is a dead letter with its reason, and an admin has it tried again", TEST_MS, async () => {
  const databaseUrl = await createDatabase("dead");
  const port = await freePort();
  const { baseUrl } = await start("dead", { databaseUrl, smtpUrl: `smtp://127.0.0.1:${port}` });
  const admin = await createAdmin(baseUrl, databaseUrl);
  await execute(databaseUrl, "delete from verifications");
  const [bob = ""] = await promiseMails(databaseUrl, 1);
  const isDead = async (): Promise<boolean> => {
    await timePasses(databaseUrl);
    return (await queueOf(databaseUrl)).some((job) => job.isDead);
  };
  await eventually(isDead).toBe(true);

  const mallory = await createPerson(baseUrl, "mallory");
  expectProblem("another's list", await mallory.http("/api/admin/jobs?state=dead"), "forbidden");
  const { status, body } = await deadOf(admin);
  expect([status, body.items.length, body.nextCursor]).toEqual([200, 1, null]);
  const [job] = body.items;
  if (!job) throw new Error("no dead job");
  expect(job).toMatchObject({ name: "account:mail", attempts: 10, reason: expect.stringContaining("ECONNREFUSED") });
  expect(job.failedAt >= job.createdAt).toBe(true);
  expect(JSON.stringify(body)).not.toContain(bob);
  expect(linesIn("jobs-dead", /"a job is dead"/)).toHaveLength(1);
  expectProblem("by another", await retry(mallory, job.id), "forbidden");
  expectProblem("of nothing", await retry(admin, v7()), "not_found");

  const smtp = await receive({ port });
  expect((await retry(admin, job.id)).status).toBe(204);
  await smtp.arrives(bob, VERIFY);
  await settles(databaseUrl);
  expect((await deadOf(admin)).body.items).toEqual([]);
  expectProblem("once more", await retry(admin, job.id), "not_found");
  expect(smtp.to(bob, VERIFY)).toHaveLength(1);
  disconnectAll(admin, mallory);
});

test("dead letters come in pages, newest first", TEST_MS, async () => {
  const databaseUrl = await createDatabase("pages");
  const smtp = await receive();
  const { baseUrl } = await start("pages", { databaseUrl, smtpUrl: smtp.url });
  const admin = await createAdmin(baseUrl, databaseUrl);
  // Of a kind that nobody knows: no worker takes them before they are dead.
  await execute(
    databaseUrl,
    `select graphile_worker.add_job('nobody:knows', json_build_object('id', id), max_attempts := 1)
      from json_array_elements_text($1::text::json) id`,
    [JSON.stringify(Array.from({ length: 6 }, () => v7()))],
  );
  await execute(databaseUrl, "update graphile_worker._private_jobs set attempts = max_attempts");
  const ids: string[] = [];
  let cursor: string | null = "";
  for (let page = 0; cursor !== null && page < 5; page += 1) {
    const { body } = await deadOf(admin, `&limit=2${cursor ? `&cursor=${cursor}` : ""}`);
    ids.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor;
  }
  expect(ids).toHaveLength(6);
  expect(ids).toEqual([...ids].sort().reverse());
  disconnectAll(admin);
});

test("an admin drops a dead letter, and only a dead one: what it was to do is never done", TEST_MS, async () => {
  const databaseUrl = await createDatabase("drop");
  const smtp = await receive();
  const { baseUrl } = await start("drop", { databaseUrl, smtpUrl: smtp.url });
  const admin = await createAdmin(baseUrl, databaseUrl);
  const mallory = await createPerson(baseUrl, "mallory");
  await settles(databaseUrl);
  const [dead, kept, waiting] = [v7(), v7(), v7()];
  for (const id of [dead, kept, waiting])
    await execute(
      databaseUrl,
      "select graphile_worker.add_job('nobody:knows', json_build_object('id', $1::text), max_attempts := 1)",
      [id],
    );
  const died = "update graphile_worker._private_jobs set attempts = max_attempts where payload->>'id' in ($1, $2)";
  await execute(databaseUrl, died, [dead, kept]);

  expectProblem("by another", await drop(mallory, dead), "forbidden");
  expectProblem("of one that waits", await drop(admin, waiting), "not_found");
  expectProblem("of nothing", await drop(admin, v7()), "not_found");
  expect((await drop(admin, dead)).status).toBe(204);
  expectProblem("once more", await drop(admin, dead), "not_found");
  expectProblem("to try a dropped one", await retry(admin, dead), "not_found");
  expect((await deadOf(admin)).body.items.map(({ id }) => id)).toEqual([kept]);
  expect((await queueOf(databaseUrl)).map(({ payload }) => JSON.parse(payload).id).sort()).toEqual([kept, waiting].sort());
  disconnectAll(admin, mallory);
});

test("what comes of a transaction that fails is no job, and without its job there is no account", TEST_MS, async () => {
  const databaseUrl = await createDatabase("rollback");
  const smtp = await receive();
  const { baseUrl } = await start("rollback", { databaseUrl, smtpUrl: smtp.url });
  const bob = await createPerson(baseUrl, "bob");
  await smtp.arrives(bob.email, VERIFY);
  const register = (email: string) =>
    request(`${baseUrl}/api/users`, {
      method: "POST",
      body: { email, password: "a long password", name: "Eve", role: "student" },
    });
  expectProblem("taken", await register(bob.email), "conflict");

  const refuse = "create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$";
  await execute(databaseUrl, refuse);
  // At the commit: everything was written by then.
  const late = "create constraint trigger late after insert on verifications deferrable initially deferred";
  await execute(databaseUrl, `${late} for each row execute function refuse()`);
  expectProblem("at the commit", await register("eve@people.test"), "internal");
  await execute(databaseUrl, "drop trigger late on verifications");

  const inQueue = "create trigger refused before insert on graphile_worker._private_jobs for each row execute function refuse()";
  await execute(databaseUrl, inQueue);
  expectProblem("no job", await register("eve@people.test"), "internal");
  await execute(databaseUrl, "drop trigger refused on graphile_worker._private_jobs");

  await settles(databaseUrl);
  expect(await execute(databaseUrl, "select id from users where email = 'eve@people.test'")).toEqual([]);
  expect(smtp.mails).toHaveLength(1);
  expect(linesIn("jobs-rollback", /"account:mail".*"a job is done"/)).toHaveLength(1);
  expect((await register("eve@people.test")).status).toBe(201);
  await smtp.arrives("eve@people.test", VERIFY);
  disconnectAll(bob);
});

test("two processes that start at once on an empty database run each job once", TEST_MS, async () => {
  const databaseUrl = await createDatabase("two");
  const smtp = await receive();
  const given = { databaseUrl, smtpUrl: smtp.url };
  await Promise.all([start("one", given), start("other", given)]);
  const addresses = await promiseMails(databaseUrl, PROMISED);
  await settles(databaseUrl);
  expect(smtp.mails).toHaveLength(PROMISED);
  mailsOnce(smtp, addresses);
  const done = ["jobs-one", "jobs-other"].map((name) => linesIn(name, /"account:mail".*"a job is done"/).length);
  expect(done.reduce((sum, count) => sum + count)).toBe(PROMISED);
  for (const count of done) expect(count).toBeGreaterThan(0);
});

test("what a killed process had begun is done by the one that is left", TEST_MS, async () => {
  const databaseUrl = await createDatabase("orphans");
  const held: (() => void)[] = [];
  // The first four mails are never acknowledged: their process dies over them.
  const smtp = await receive({
    pause: () => (held.length < 4 ? new Promise((resolve) => held.push(resolve)) : Promise.resolve()),
  });
  const given = { databaseUrl, smtpUrl: smtp.url };
  const first = await start("doomed", given);
  const addresses = await promiseMails(databaseUrl, 20);
  await eventually(() => held.length).toBe(4);
  await start("heir", given);
  await eventually(async () => (await queueOf(databaseUrl)).length).toBe(4);
  await kill(first);
  await settles(databaseUrl);
  mailsOnce(smtp, addresses);
  expect(smtp.mails).toHaveLength(24);
});

test("of many jobs none is lost, however often the process is killed over them", {
  timeout: 3 * OWN_SERVER_MS,
}, async () => {
  const databaseUrl = await createDatabase("kills");
  let kills = 0;
  let server: RunningServer;
  const smtp = await receive({
    pause: async () => {
      if (smtp.mails.length < (MANY / 4) * (kills + 1) || kills === 3) return;
      kills += 1;
      await kill(server);
    },
  });
  const given = { databaseUrl, smtpUrl: smtp.url };
  server = await start("killed-0", given);
  const addresses = await promiseMails(databaseUrl, MANY);
  for (let life = 1; life <= 3; life += 1) {
    await eventually(() => server.process.signalCode).toBe("SIGKILL");
    server = await start(`killed-${life}`, given);
  }
  await settles(databaseUrl, 60_000);
  expect(await queueOf(databaseUrl)).toEqual([]);
  mailsOnce(smtp, addresses);
  // Each kill may catch what four jobs had done and not written down.
  expect(smtp.mails.length).toBeLessThanOrEqual(MANY + 3 * 4);
  const [noted] = await execute(databaseUrl, "select count(*)::int as count from effects");
  expect(noted?.count).toBeGreaterThanOrEqual(MANY);
});

test("a process that stops ends what it has begun", TEST_MS, async () => {
  const databaseUrl = await createDatabase("stop");
  let isThere: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    isThere = resolve;
  });
  let acknowledge: () => void = () => undefined;
  const pause = () => {
    isThere();
    return new Promise<void>((resolve) => {
      acknowledge = resolve;
    });
  };
  const smtp = await receive({ pause });
  const server = await start("stop", { databaseUrl, smtpUrl: smtp.url });
  const [bob = ""] = await promiseMails(databaseUrl, 1);
  await arrived;
  const stopped = server.stop();
  await eventually(() => linesIn("jobs-stop", /Attempting graceful shutdown/)).toHaveLength(1);
  acknowledge();
  expect(await stopped).toBe(0);
  expect(await queueOf(databaseUrl)).toEqual([]);
  expect(smtp.to(bob, VERIFY)).toHaveLength(1);
});

test("jobs go on after every connection to the database was cut in their middle", TEST_MS, async () => {
  const databaseUrl = await createDatabase("cut");
  const held: (() => void)[] = [];
  const smtp = await receive({
    pause: () => (held.length < 2 ? new Promise((resolve) => held.push(resolve)) : Promise.resolve()),
  });
  const { baseUrl, process: child } = await start("cut", { databaseUrl, smtpUrl: smtp.url });
  const addresses = await promiseMails(databaseUrl, 2);
  await eventually(() => held.length).toBe(2);
  const cut =
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
  await execute(databaseUrl, cut);
  for (const release of held) release();
  await settles(databaseUrl);
  const more = await promiseMails(databaseUrl, 20);
  await settles(databaseUrl);
  mailsOnce(smtp, [...addresses, ...more]);
  expect(child.exitCode).toBeNull();
  expect(defectsIn("jobs-cut")).toEqual([]);
  const { body } = await request<Health>(`${baseUrl}/api/health`);
  expect(body.parts).toMatchObject({ database: { state: "up" }, jobs: { state: "up" } });
});

test("two processes clean up once, what is old and nothing else", TEST_MS, async () => {
  const databaseUrl = await createDatabase("clean");
  const smtp = await receive();
  const given = { databaseUrl, smtpUrl: smtp.url };
  const before = await start("before", given);
  const bob = await createPerson(before.baseUrl, "bob");
  await smtp.arrives(bob.email, VERIFY);
  await settles(databaseUrl);
  const other = await request(`${before.baseUrl}/api/tokens`, {
    method: "POST",
    body: { email: bob.email, password: bob.password },
  });
  expect(other.status).toBe(201);
  disconnectAll(bob);
  await before.stop();

  const ofBob = "(select id from sessions order by created_at limit 1)";
  await execute(databaseUrl, `update sessions set revoked_at = now() - interval '91 days' where id = ${ofBob}`);
  await execute(databaseUrl, "update verifications set expires_at = now()");
  await execute(databaseUrl, "update effects set at = now() - interval '91 days'");
  await promiseMails(databaseUrl, 2);
  await execute(
    databaseUrl,
    "update graphile_worker._private_jobs set attempts = max_attempts, updated_at = now() - interval '29 days'",
  );
  await execute(
    databaseUrl,
    "update graphile_worker._private_jobs set updated_at = now() - interval '31 days' where id = (select min(id) from graphile_worker._private_jobs)",
  );
  await execute(databaseUrl, "update schedules set slot = slot - interval '3 days'");

  const servers = await Promise.all([start("clean-one", given), start("clean-other", given)]);
  const names = ["jobs-clean-one", "jobs-clean-other"];
  await eventually(() => names.map((name) => linesIn(name, /"a round of the jobs"/).length > 1)).toEqual([true, true]);
  await eventually(async () => (await queueOf(databaseUrl)).length).toBe(1);
  await Promise.all(servers.map(({ stop }) => stop()));
  const count = async (table: string) => (await execute(databaseUrl, `select count(*)::int as count from ${table}`))[0]?.count;
  expect(await Promise.all(["sessions", "refresh_tokens", "verifications", "effects"].map(count))).toEqual([1, 1, 2, 0]);
  expect(names.flatMap((name) => linesIn(name, /"upkeep:clean".*"a job is done"/))).toHaveLength(1);
});

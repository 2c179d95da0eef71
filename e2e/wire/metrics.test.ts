import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { Health } from "#lib/contract/routes/service.ts";
import { promiseMails, queueOf } from "../harness/jobs.ts";
import { growth, scrape } from "../harness/metrics.ts";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { disconnectAll, gather, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { execute } from "../harness/sql.ts";

const TEST_MS = { timeout: 2 * OWN_SERVER_MS };
/** The machine may be busy, and whoever asks too often is told to wait. */
const eventually = <Fact>(look: () => Fact | Promise<Fact>) => expect.poll(look, { timeout: 30_000, interval: 500 });
const TOKEN = "the token of those who look";

test("what is counted is what was sent, asked and refused", TEST_MS, async () => {
  const { baseUrl } = await startOwnServer("metrics-counts");
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  const together = await alice.opens(bob);
  const before = await scrape(baseUrl);
  expect(before.get("uninest_connections")).toBe(3);

  const messageId = v7();
  const draft = { conversationId: together, messageId, content: "Is the room still free?" };
  await alice.device.does("message:send", draft);
  await alice.device.does("message:send", draft);
  await alice.device.does("message:send", { ...draft, messageId: v7() });
  await alice.device.ask("message:send", { ...draft, messageId: v7(), content: "" });
  await carol.device.ask("message:send", { ...draft, messageId: v7() });
  await carol.device.ask("message:sent" as never, {} as never);
  await carol.device.does("session:sync", { cursors: {} });
  for (const person of [alice, bob, carol]) await person.http(`/api/conversations/${together}/messages`);
  await request(`${baseUrl}/api/conversations`);
  await request(`${baseUrl}/api/${v7()}`);
  await request(`${baseUrl}/sign-in?next=${v7()}`);

  const after = await scrape(baseUrl);
  expect(growth(before, after, /^uninest_(messages|events|handshakes|limits|http_requests|sync_conversations_count)/)).toEqual({
    'uninest_messages_stored_total{kind="written"}': 2,
    'uninest_events_total{event="message:send",outcome="ok"}': 3,
    'uninest_events_total{event="message:send",outcome="validation_failed"}': 1,
    'uninest_events_total{event="message:send",outcome="not_participant"}': 1,
    'uninest_events_total{event="unknown",outcome="validation_failed"}': 1,
    'uninest_events_total{event="session:sync",outcome="ok"}': 1,
    uninest_sync_conversations_count: 1,
    'uninest_http_requests_total{route="/api/conversations/{id}/messages",method="GET",status="200"}': 2,
    'uninest_http_requests_total{route="/api/conversations/{id}/messages",method="GET",status="404"}': 1,
    'uninest_http_requests_total{route="/api/conversations",method="GET",status="401"}': 1,
    'uninest_http_requests_total{route="api",method="GET",status="404"}': 1,
    'uninest_http_requests_total{route="page",method="GET",status="200"}': 1,
    'uninest_http_requests_total{route="/api/metrics",method="GET",status="200"}': 1,
  });
  // Nobody's id, name, address or text is a label.
  const text = [...after.keys()].join("\n");
  for (const told of [alice.id, alice.email, alice.name, together, messageId, draft.content]) expect(text).not.toContain(told);
  disconnectAll(alice, bob, carol);
  await eventually(async () => (await scrape(baseUrl)).get("uninest_connections")).toBe(0);
});

test("what waits on its way is seen: in the time to the device, and in the time to the database", TEST_MS, async () => {
  const { baseUrl, databaseUrl } = await startOwnServer("metrics-delay", { env: { DATABASE_POOL: "2" } });
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const together = await alice.opens(bob);
  const delivered = async () => {
    const now = await scrape(baseUrl);
    const upTo = (edge: string) => now.get(`uninest_delivery_seconds_bucket{le="${edge}"}`);
    return { soon: upTo("1"), late: upTo("2.5"), all: now.get("uninest_delivery_seconds_count") };
  };
  const goesTo = async (send: () => Promise<{ seq: number }>, before: () => Promise<unknown>) => {
    const { seq } = await send();
    await bob.device.hears("message:received", (message) => message.seq === seq);
    await before();
    await bob.device.does("message:ack", { conversationId: together, seq });
  };
  const send = () => alice.says(together, "hello");

  await goesTo(send, async () => undefined);
  expect(await delivered()).toEqual({ soon: 1, late: 1, all: 1 });
  // The line of bob's device is slow: it says so late that it has the message.
  await goesTo(send, () => execute(databaseUrl, "select pg_sleep(1.1)"));
  expect(await delivered()).toEqual({ soon: 1, late: 2, all: 2 });
  // Said twice, it is measured once.
  await bob.device.does("message:ack", { conversationId: together, seq: 2 });
  expect((await delivered()).all).toBe(2);

  const waited = async () => {
    const now = await scrape(baseUrl);
    const count = now.get("uninest_database_wait_seconds_count") ?? 0;
    return count - (now.get('uninest_database_wait_seconds_bucket{le="0.25"}') ?? 0);
  };
  const before = await waited();
  const holder = execute(databaseUrl, "do $$ begin lock table participants in exclusive mode; perform pg_sleep(1.5); end $$");
  const held = "select 1 from pg_locks where mode = 'ExclusiveLock' and granted and relation = 'participants'::regclass";
  await eventually(async () => (await execute(databaseUrl, held)).length).toBe(1);
  // Two take both connections and wait for the lock; the third waits for a connection, and so does whoever else comes.
  const marks = [alice, bob, bob].map(({ device }) => device.does("message:ack", { conversationId: together, seq: 2 }));
  await Promise.all([...marks, holder]);
  expect(await waited()).toBeGreaterThan(before);
  disconnectAll(alice, bob);
});

test("limits that were hit, and jobs that are done, wait or are dead", TEST_MS, async () => {
  const { baseUrl, databaseUrl } = await startOwnServer("metrics-jobs", { env: { SMTP_URL: "smtp://127.0.0.1:9" } });
  const { alice } = await gather(baseUrl, "alice");
  const before = await scrape(baseUrl);
  for (let one = 0; one < 33; one += 1) await alice.device.ask("typing:start", { conversationId: v7() });
  expect(growth(before, await scrape(baseUrl), /^uninest_limits/)).toEqual({
    'uninest_limits_hit_total{limit="typing:start"}': 3,
  });

  const runs = /^uninest_job_runs_total\{job="account:mail"/;
  const idle = await scrape(baseUrl);
  await promiseMails(databaseUrl, 2);
  const again = 'uninest_job_runs_total{job="account:mail",outcome="again"}';
  await eventually(async () => growth(idle, await scrape(baseUrl), runs)[again] ?? 0).toBeGreaterThanOrEqual(2);
  await execute(
    databaseUrl,
    `update graphile_worker._private_jobs set attempts = max_attempts where locked_at is null and id in (
      select job.id from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = task_id
      where task.identifier = 'account:mail')`,
  );
  const dead = (await queueOf(databaseUrl)).filter(({ name, isDead }) => name === "account:mail" && isDead).length;
  expect(dead).toBeGreaterThan(0);
  expect((await scrape(baseUrl)).get('uninest_jobs{job="account:mail",state="dead"}')).toBe(dead);
  disconnectAll(alice);
});

test("from elsewhere nobody looks without the token, and a session is none", TEST_MS, async () => {
  const env = { METRICS_TOKEN: TOKEN, TRUSTED_PROXIES: "1" };
  const { baseUrl } = await startOwnServer("metrics-door", { env });
  const { alice } = await gather(baseUrl, "alice");
  const address = `${baseUrl}/api/metrics`;
  const elsewhere = { "x-forwarded-for": "203.0.113.9" };

  for (const headers of [
    elsewhere,
    { "x-forwarded-for": "127.0.0.1" },
    { "x-real-ip": "127.0.0.1", "x-uninest-from-here": "1" },
    { forwarded: "for=127.0.0.1" },
  ])
    expectProblem(JSON.stringify(headers), await request(address, { headers }), "unauthenticated");
  for (const token of [`${TOKEN}x`, alice.tokens.accessToken])
    expectProblem(token, await request(address, { headers: elsewhere, token }), "unauthenticated");
  expectProblem("query", await request(`${address}?token=${TOKEN}`, { headers: elsewhere }), "unauthenticated");
  const { status, headers, body } = await request<string>(address, { headers: elsewhere, token: TOKEN });
  expect([status, headers.get("content-type")]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
  expect(body).toContain("uninest_connections 1\n");
  expect((await request(address)).status).toBe(200);
  disconnectAll(alice);
});

test("health names each part, and one that fails is no reason to serve nobody", TEST_MS, async () => {
  const { baseUrl, databaseUrl } = await startOwnServer("metrics-health", { env: { SMTP_URL: "smtp://127.0.0.1:9" } });
  const health = async () => (await request<Health>(`${baseUrl}/api/health`)).body;
  const allUp = {
    database: { state: "up" },
    redis: { state: "off" },
    jobs: { state: "up" },
    mail: { state: "up" },
    push: { state: "up" },
    storage: { state: "off" },
    scanner: { state: "off" },
    disk: { state: "up" },
  };
  await eventually(health).toEqual({ status: "ok", parts: allUp });
  expect((await scrape(baseUrl)).get('uninest_part_up{part="mail"}')).toBe(1);

  await promiseMails(databaseUrl, 4);
  await eventually(health).toEqual({ status: "degraded", parts: { ...allUp, mail: { state: "down" } } });
  for (const path of ["/api/health", "/api/ready"]) expect((await request(`${baseUrl}${path}`)).status).toBe(200);
  const now = await scrape(baseUrl);
  expect([now.get('uninest_part_up{part="mail"}'), now.get('uninest_part_up{part="database"}')]).toEqual([0, 1]);
  expect(now.get("uninest_disk_free_bytes")).toBeGreaterThan(0);
});

import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { PushSubscription, PushSubscriptions } from "#lib/contract/push.ts";
import type { JobPage } from "#lib/contract/routes/operations.ts";
import { arrange, requests } from "../harness/bookings.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { createHome } from "../harness/homes.ts";
import { comesTrueInTime, queueOf, timePasses } from "../harness/jobs.ts";
import { OWN_SECRET, OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, gather, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { type PushService, startPushService } from "../harness/push-service.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { linesIn } from "../harness/server-log.ts";
import { execute } from "../harness/sql.ts";

const LOG = "push";

let service: PushService;
let server: RunningServer;
let databaseUrl: string;
let anna: Person;
let carol: Person;
let lena: Person;

beforeAll(async () => {
  service = await startPushService();
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_push");
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: OWN_SECRET, PUSH_LOOPBACK: "1", RATE_LIMIT_FACTOR: "1000" };
  server = await startServer({ name: LOG, env });
  ({ anna, carol } = await gather(server.baseUrl, "anna", "carol"));
  lena = await createPerson(server.baseUrl, "lena", "landlord");
}, OWN_SERVER_MS);

afterAll(async () => {
  disconnectAll(anna, carol, lena);
  await server.stop();
  await service.stop();
});

const PATH = "/api/push/subscriptions";
const subscribe = (person: Person, body: object) => person.http<PushSubscription>(PATH, { method: "POST", body });
const told = async (person: Person): Promise<string[]> =>
  (await person.http<PushSubscriptions>(PATH)).body.items.map(({ endpoint }) => endpoint.split("/").at(-1) ?? "");
const freshRoom = async (): Promise<string> => (await createHome(databaseUrl, lena.id)).roomId;

/** Signs somebody in once more, without a device. */
const signIn = async ({ email, password }: Person): Promise<string> => {
  const body = { email, password };
  const answer = await request<{ accessToken: string }>(`${server.baseUrl}/api/tokens`, { method: "POST", body });
  return answer.body.accessToken;
};

/** A round of the queue may come in between. */
const eventually = <Fact>(look: () => Fact | Promise<Fact>) => expect.poll(look, { timeout: 15_000, interval: 50 });

/** Resolves once everybody has been told who is to be told now. */
const allTold = () =>
  eventually(async () =>
    (await queueOf(databaseUrl)).filter(({ name, isDead }) => !isDead && ["notification:deliver", "push:send"].includes(name)),
  ).toEqual([]);

test("a landlord's browser is told of a request within five seconds, in words that only it can read", async () => {
  expect((await subscribe(lena, service.subscribe("phone"))).status).toBe(201);
  await subscribe(carol, service.subscribe("carols"));
  const { body: booking } = await requests(anna, { roomId: await freshRoom() });
  const { payload, headers, at } = await service.arrives("phone");
  expect(at - Date.parse(booking.createdAt)).toBeLessThan(5_000);
  expect(payload).toEqual({
    title: "House at the river",
    body: expect.stringMatching(/^anna asked for Room 1, \d+ \w+ \d{4} to \d+ \w+ \d{4}$/),
    url: `/inbox/${booking.conversationId}`,
    tag: booking.conversationId,
  });
  expect(headers).toMatchObject({ "content-encoding": "aes128gcm", urgency: "high", ttl: "86400" });
  await allTold();
  expect(service.to("phone")).toHaveLength(1);
  expect(service.to("carols")).toEqual([]);
  await eventually(async () => (await lena.http<PushSubscriptions>(PATH)).body.items[0]?.lastSuccessAt ?? "").not.toBe("");
});

test("what has been read by then is not sent", async () => {
  await subscribe(lena, service.subscribe("late", 503));
  const { body: booking } = await requests(anna, { roomId: await freshRoom() });
  await eventually(() => service.triesOf("late")).toBe(1);
  await eventually(async () => (await queueOf(databaseUrl)).filter(({ isLocked }) => isLocked)).toEqual([]);
  const body = { conversationId: booking.conversationId };
  expect((await lena.http("/api/notifications/read", { method: "POST", body })).status).toBe(200);
  await timePasses(databaseUrl);
  await allTold();
  expect(service.triesOf("late")).toBe(1);
  expect(service.to("late")).toEqual([]);
});

test("a service that is down is asked again, and is told once; a browser that is gone is forgotten", async () => {
  await subscribe(anna, service.subscribe("shaky", 503, 429));
  await subscribe(anna, service.subscribe("gone"));
  service.forget("gone");
  await arrange(anna, lena, { roomId: await freshRoom() }, "approve");
  await comesTrueInTime(databaseUrl, () => service.to("shaky").length).toBe(1);
  await allTold();
  expect([service.triesOf("shaky"), service.triesOf("gone")]).toEqual([3, 1]);
  expect(await told(anna)).toEqual(["shaky"]);
});

test("what was refused to the last is a dead letter that names no browser, and arrives when an admin has it tried again", async () => {
  const [admin, ben] = await Promise.all([createPerson(server.baseUrl, "ada"), createPerson(server.baseUrl, "ben")]);
  await execute(databaseUrl, "update users set role = 'admin' where id = $1", [admin.id]);
  await subscribe(ben, service.subscribe("broken", ...Array.from({ length: 20 }, () => 500)));
  await arrange(ben, lena, { roomId: await freshRoom() }, "approve");
  await eventually(async () => {
    await timePasses(databaseUrl);
    return (await queueOf(databaseUrl)).some(({ isDead }) => isDead);
  }).toBe(true);
  const { body } = await admin.http<JobPage>("/api/admin/jobs?state=dead");
  expect(body.items).toMatchObject([
    { name: "push:send", attempts: 8, reason: expect.stringContaining("the push service answered 500") },
  ]);
  expect(linesIn(LOG, /127\.0\.0\.1:\d+\/broken/)).toEqual([]);
  service.heal("broken");
  expect((await admin.http(`/api/admin/jobs/${body.items[0]?.id}/retry`, { method: "POST" })).status).toBe(204);
  await service.arrives("broken");
  await allTold();
  expect(service.to("broken")).toHaveLength(1);
  disconnectAll(admin, ben);
});

test("a session that has ended and a person who is banned hear nothing more", async () => {
  const dan = await createPerson(server.baseUrl, "dan");
  const token = await signIn(dan);
  const body = service.subscribe("elsewhere");
  expect((await request(`${server.baseUrl}${PATH}`, { method: "POST", body, token })).status).toBe(201);
  await subscribe(dan, service.subscribe("here"));
  expect((await dan.http("/api/sessions", { method: "DELETE" })).status).toBe(204);
  expect(await told(dan)).toEqual(["here"]);
  const asked = await arrange(dan, lena, { roomId: await freshRoom() }, "approve");
  await service.arrives("here");
  await execute(databaseUrl, "update users set banned_until = now() + interval '1 day' where id = $1", [dan.id]);
  const cancel = { method: "POST", body: { reason: "no_longer_free" } };
  expect((await lena.http(`/api/bookings/${asked.id}/cancel`, cancel)).status).toBe(200);
  await allTold();
  expect([service.to("here").length, service.to("elsewhere").length]).toEqual([1, 0]);
  disconnectAll(dan);
});

test("a test is taken or says why not; a subscription moves to who signs in next, and renews for its own person only", async () => {
  const [eve, frank] = await Promise.all([createPerson(server.baseUrl, "eve"), createPerson(server.baseUrl, "frank")]);
  const body = service.subscribe("shared", 503);
  const { endpoint } = body;
  const tries = (person: Person) => person.http<PushSubscription>("/api/push/test", { method: "POST", body: { endpoint } });
  await subscribe(eve, body);
  expectProblem("down", await tries(eve), "unavailable");
  const { status, body: tested } = await tries(eve);
  expect([status, service.to("shared")[0]?.payload.tag]).toEqual([200, "test"]);
  expect(tested.lastSuccessAt).not.toBeNull();
  expect(tested.lastFailureAt).not.toBeNull();

  expectProblem("renewed by another", await subscribe(frank, { ...body, replaces: endpoint }), "not_found");
  expect([await told(eve), await told(frank)]).toEqual([["shared"], []]);
  expectProblem("another's", await tries(frank), "not_found");
  expect((await subscribe(eve, { ...body, replaces: endpoint })).status).toBe(201);
  expect((await subscribe(frank, body)).status).toBe(201);
  expect([await told(eve), await told(frank)]).toEqual([[], ["shared"]]);
  const next = service.subscribe("next");
  expect((await subscribe(frank, { ...next, replaces: endpoint })).status).toBe(201);
  expect(await told(frank)).toEqual(["next"]);
  for (let time = 1; time <= 2; time += 1)
    expect((await frank.http(PATH, { method: "DELETE", body: { endpoint: next.endpoint } })).status).toBe(204);
  expect(await told(frank)).toEqual([]);
  disconnectAll(eve, frank);
});

test("no more browsers than the limit: the oldest is told no longer", async () => {
  const gina = await createPerson(server.baseUrl, "gina");
  for (let browser = 1; browser <= 21; browser += 1) await subscribe(gina, service.subscribe(`gina-${browser}`));
  const names = await told(gina);
  expect([names.length, names[0], names.at(-1)]).toEqual([20, "gina-21", "gina-2"]);
  disconnectAll(gina);
});

test("an address that can be no push service's, or keys that are none, are refused and change nothing", async () => {
  const good = service.subscribe("never");
  const { keys } = good;
  const refused: object[] = [
    ...[
      "http://push.example.org/x",
      "https://10.0.0.1/x",
      "https://[::1]/x",
      "https://metadata.internal/x",
      "https://user:secret@push.example.org/x",
      "javascript:alert(1)",
      "no address",
      `https://push.example.org/${"x".repeat(1_100)}`,
    ].map((endpoint) => ({ ...good, endpoint })),
    { ...good, keys: { ...keys, auth: "short" } },
    { ...good, keys: { ...keys, p256dh: `${keys.p256dh}=` } },
    { ...good, keys: { p256dh: keys.p256dh } },
    { ...good, userId: lena.id },
  ];
  for (const body of refused) expectProblem(JSON.stringify(body), await subscribe(carol, body), "validation_failed");
  expect(await told(carol)).toEqual(["carols"]);
  const guest = await request(`${server.baseUrl}${PATH}`, { method: "POST", body: good });
  expectProblem("a guest", guest, "unauthenticated");
  const { body } = await request<{ publicKey: string }>(`${server.baseUrl}/api/push/key`);
  expect(Buffer.from(body.publicKey, "base64url")).toHaveLength(65);
});

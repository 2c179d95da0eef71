import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { AppPushTarget, PushDevice, PushDevices, PushSubscriptions } from "#lib/contract/push.ts";
import { type Apns, startApns } from "../harness/apns.ts";
import { arrange, requests } from "../harness/bookings.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { type Fcm, startFcm } from "../harness/fcm.ts";
import { createHome } from "../harness/homes.ts";
import { comesTrueInTime, queueOf, timePasses } from "../harness/jobs.ts";
import { OWN_SECRET, OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, gather, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { linesIn } from "../harness/server-log.ts";
import { execute } from "../harness/sql.ts";

const LOG = "app-push";
const PATH = "/api/push/devices";

let fcm: Fcm;
let apns: Apns;
let server: RunningServer;
let databaseUrl: string;
let carol: Person;
let lena: Person;

const tokenOf = {
  fcm: () => `${randomBytes(12).toString("base64url")}:APA91b${randomBytes(96).toString("base64url")}`,
  apns: () => randomBytes(32).toString("hex"),
};
const registers = (person: Person, target: object) => person.http<PushDevice>(PATH, { method: "POST", body: target });
/** An app of somebody's. Resolves to its token. */
const installs = async (person: Person, service: AppPushTarget["service"]): Promise<string> => {
  const token = tokenOf[service]();
  expect(await registers(person, { service, token })).toMatchObject({ status: 201, body: { service, lastSuccessAt: null } });
  return token;
};
const told = async (person: Person): Promise<string[]> =>
  (await person.http<PushDevices>(PATH)).body.items.map(({ service }) => service);

let ofCarol: { fcm: string; apns: string };

beforeAll(async () => {
  [fcm, apns] = await Promise.all([startFcm(), startApns()]);
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_app_push");
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: OWN_SECRET, RATE_LIMIT_FACTOR: "1000", ...fcm.env, ...apns.env };
  server = await startServer({ name: LOG, env });
  carol = await createPerson(server.baseUrl, "carol");
  lena = await createPerson(server.baseUrl, "lena", "landlord");
  ofCarol = { fcm: await installs(carol, "fcm"), apns: await installs(carol, "apns") };
}, OWN_SERVER_MS);

afterAll(async () => {
  expect([fcm.triesOf(ofCarol.fcm), apns.triesOf(ofCarol.apns)]).toEqual([0, 0]);
  disconnectAll(carol, lena);
  await server.stop();
  await Promise.all([fcm.stop(), apns.stop()]);
});

/** A round of the queue may come in between. */
const eventually = <Fact>(look: () => Fact | Promise<Fact>) => expect.poll(look, { timeout: 15_000, interval: 50 });

const allTold = () =>
  eventually(async () =>
    (await queueOf(databaseUrl)).filter(({ name, isDead }) => !isDead && /^(notification|message):deliver|^push:/.test(name)),
  ).toEqual([]);

test("an app on Android and one on an iPhone are told of a request, at once and each once", async () => {
  const anna = await createPerson(server.baseUrl, "anna");
  const [android, iphone] = [await installs(lena, "fcm"), await installs(lena, "apns")];
  const { body: booking } = await requests(anna, { roomId: (await createHome(databaseUrl, lena.id)).roomId });
  await eventually(() => fcm.to(android).length + apns.to(iphone).length).toBe(2);
  await allTold();
  const [title, body] = ["House at the river", expect.stringMatching(/^anna asked for Room 1, /)];
  const url = `/inbox/${booking.conversationId}`;
  expect(fcm.to(android)).toEqual([
    {
      token: android,
      notification: { title, body },
      data: { url, tag: booking.conversationId },
      android: { priority: "HIGH", ttl: "86400s", notification: { tag: booking.conversationId } },
    },
  ]);
  const [brought, ...more] = apns.to(iphone);
  if (!brought) throw new Error("nothing was brought");
  const { headers, body: sent } = brought;
  expect([sent, more]).toEqual([
    { aps: { alert: { title, body }, sound: "default", "thread-id": booking.conversationId }, url },
    [],
  ]);
  expect(headers).toMatchObject({ "apns-push-type": "alert", "apns-priority": "10", "apns-collapse-id": booking.conversationId });
  const ahead = Number(headers["apns-expiration"]) - Date.now() / 1_000;
  expect(Math.abs(ahead - 86_400)).toBeLessThan(60);
  const { items } = (await lena.http<PushDevices>(PATH)).body;
  expect(items.map(({ service, lastSuccessAt }) => [service, lastSuccessAt !== null])).toEqual([
    ["apns", true],
    ["fcm", true],
  ]);
  expect((await lena.http<PushSubscriptions>("/api/push/subscriptions")).body.items).toEqual([]);
  disconnectAll(anna);
});

test("of a message, an app is told that it is there and from whom; its words go through nobody else's hands", async () => {
  const { alice, bob } = await gather(server.baseUrl, "alice", "bob");
  const [android, iphone] = [await installs(bob, "fcm"), await installs(bob, "apns")];
  const conversationId = await alice.opens(bob);
  for (const text of ["My number is 0123", "Call me"]) await alice.says(conversationId, text);
  await eventually(() => fcm.to(android).length + apns.to(iphone).length).toBe(2);
  await allTold();
  const said = { title: "alice", body: "2 new messages" };
  expect([fcm.to(android)[0]?.notification, apns.to(iphone)[0]?.body.aps.alert]).toEqual([said, said]);
  expect(JSON.stringify([fcm.to(android), apns.to(iphone)])).not.toMatch(/0123|Call me/);
  disconnectAll(alice, bob);
});

test("an app that is gone is forgotten; a service that is down is asked again, and brings it once", async () => {
  const ben = await createPerson(server.baseUrl, "ben");
  const [gone, shaky] = [
    { fcm: await installs(ben, "fcm"), apns: await installs(ben, "apns") },
    { fcm: await installs(ben, "fcm"), apns: await installs(ben, "apns") },
  ];
  fcm.remove(gone.fcm);
  apns.remove(gone.apns);
  fcm.answers(shaky.fcm, 503, 429, 404);
  apns.answers(shaky.apns, 503, 500, 400);
  await arrange(ben, lena, { roomId: (await createHome(databaseUrl, lena.id)).roomId }, "approve");
  await comesTrueInTime(databaseUrl, () => [fcm.to(shaky.fcm).length, apns.to(shaky.apns).length]).toEqual([1, 1]);
  await allTold();
  expect([fcm.triesOf(gone.fcm), apns.triesOf(gone.apns)]).toEqual([1, 1]);
  expect([fcm.triesOf(shaky.fcm), apns.triesOf(shaky.apns)]).toEqual([4, 4]);
  expect(await told(ben)).toEqual(["apns", "fcm"]);
  for (const token of [gone.fcm, gone.apns, shaky.fcm, shaky.apns]) expect(linesIn(LOG, new RegExp(token))).toEqual([]);
  disconnectAll(ben);
});

test("who is signed in no more signs in anew, and a line that breaks is opened anew", async () => {
  const { alice, bob } = await gather(server.baseUrl, "alice", "bob");
  const [android, iphone] = [await installs(bob, "fcm"), await installs(bob, "apns")];
  const conversationId = await alice.opens(bob);
  const arrivesOnce = async (count: number): Promise<void> => {
    await alice.says(conversationId, "Hello");
    await eventually(async () => {
      await timePasses(databaseUrl);
      return [fcm.to(android).length, apns.to(iphone).length];
    }).toEqual([count, count]);
    await allTold();
  };
  await arrivesOnce(1);
  const before = { signIns: fcm.signIns(), passes: apns.passes(), lines: apns.lines() };
  await arrivesOnce(2);
  expect({ signIns: fcm.signIns(), passes: apns.passes(), lines: apns.lines() }).toEqual(before);
  fcm.forgetPasses();
  apns.expirePasses();
  apns.cut();
  await arrivesOnce(3);
  expect([fcm.signIns(), apns.passes()]).toEqual([before.signIns + 1, before.passes + 1]);
  expect(apns.lines()).toBeGreaterThan(before.lines);
  disconnectAll(alice, bob);
});

test("an app is told while its session lasts, belongs to who registers it last, and is told no longer when they say so", async () => {
  const { alice, eve, frank } = await gather(server.baseUrl, "alice", "eve", "frank");
  const conversations = [await alice.opens(eve), await alice.opens(frank)];
  const token = await installs(eve, "fcm");
  await registers(eve, { service: "fcm", token });
  expect(await told(eve)).toEqual(["fcm"]);
  await registers(frank, { service: "fcm", token });
  expect([await told(eve), await told(frank)]).toEqual([[], ["fcm"]]);
  for (const conversation of conversations) await alice.says(conversation, "Hello");
  await eventually(() => fcm.to(token).map(({ data }) => data.url)).toEqual([`/inbox/${conversations[1]}`]);
  await allTold();

  const target = { service: "fcm", token };
  expect((await eve.http(PATH, { method: "DELETE", body: target })).status).toBe(204);
  expect(await told(frank)).toEqual(["fcm"]);
  for (let time = 1; time <= 2; time += 1) expect((await frank.http(PATH, { method: "DELETE", body: target })).status).toBe(204);
  expect(await told(frank)).toEqual([]);

  const other = await installs(frank, "apns");
  await execute(databaseUrl, "update sessions set revoked_at = now() where user_id = $1", [frank.id]);
  await alice.says(conversations[1] ?? "", "Are you there?");
  await timePasses(databaseUrl);
  await allTold();
  expect([apns.triesOf(other), fcm.to(token).length]).toEqual([0, 1]);
  disconnectAll(alice, eve, frank);
});

test("what can be no token is refused, and so is every one where no service is set up", async () => {
  const refused: object[] = [
    { service: "apns", token: "not hex" },
    { service: "apns", token: `../${"a".repeat(64)}` },
    { service: "apns", token: tokenOf.fcm() },
    { service: "fcm", token: "short" },
    { service: "fcm", token: "x".repeat(1_025) },
    { service: "web", token: tokenOf.fcm() },
    { service: "fcm", token: tokenOf.fcm(), userId: lena.id },
    { token: tokenOf.fcm() },
  ];
  for (const target of refused) expectProblem(JSON.stringify(target), await registers(carol, target), "validation_failed");
  expect(await told(carol)).toEqual(["apns", "fcm"]);
  const body = { service: "fcm", token: tokenOf.fcm() };
  expectProblem("a guest", await request(`${server.baseUrl}${PATH}`, { method: "POST", body }), "unauthenticated");

  const dora = await createPerson(inject("baseUrl"), "dora");
  for (const service of ["fcm", "apns"] as const)
    expectProblem(service, await registers(dora, { service, token: tokenOf[service]() }), "validation_failed");
  expect(await told(dora)).toEqual([]);
  disconnectAll(dora);
});

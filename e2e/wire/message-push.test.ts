import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import type { PushSubscriptions } from "#lib/contract/push.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { acquaint, groupsOf } from "../harness/groups.ts";
import { createHome } from "../harness/homes.ts";
import { comesTrueInTime, enqueue, queueOf, timePasses } from "../harness/jobs.ts";
import { OWN_SECRET, OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, gather, type Person } from "../harness/person.ts";
import { type PushService, startPushService } from "../harness/push-service.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { execute } from "../harness/sql.ts";

let service: PushService;
let server: RunningServer;
let databaseUrl: string;
let carol: Person;

beforeAll(async () => {
  service = await startPushService();
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_message_push");
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: OWN_SECRET, PUSH_LOOPBACK: "1", RATE_LIMIT_FACTOR: "1000" };
  server = await startServer({ name: "message-push", env });
  carol = await createPerson(server.baseUrl, "carol");
  await subscribe(carol, "carols");
}, OWN_SERVER_MS);

afterAll(async () => {
  expect(service.to("carols")).toEqual([]);
  disconnectAll(carol);
  await server.stop();
  await service.stop();
});

const SUBSCRIPTIONS = "/api/push/subscriptions";
/** A browser of that name; its first pushes are answered so, and not taken. */
const subscribe = async (person: Person, browser: string, ...answers: number[]): Promise<void> => {
  const body = service.subscribe(browser, ...answers);
  expect((await person.http(SUBSCRIPTIONS, { method: "POST", body })).status).toBe(201);
};

const prefers = (person: Person, wishes: Partial<NotificationPreferences>) => {
  const both = { push: true, email: true };
  const all = { channels: { bookings: both, viewings: both, messages: both, mentions: { push: true } }, quietHours: null };
  return person.http("/api/notifications/preferences", { method: "PUT", body: { ...all, ...wishes } });
};

/** A round of the queue may come in between. */
const eventually = <Fact>(look: () => Fact | Promise<Fact>) => expect.poll(look, { timeout: 15_000, interval: 50 });

const waiting = async (): Promise<string[]> =>
  (await queueOf(databaseUrl))
    .filter(({ name, isDead }) => !isDead && ["message:deliver", "push:message"].includes(name))
    .map(({ name }) => name);

/** Resolves once everybody has been told who is to be told now. */
const allTold = () => eventually(waiting).toEqual([]);

const bodiesTo = (browser: string): string[] => service.to(browser).map(({ payload }) => payload.body);

test("what is not read at once is told on every browser within five seconds, to nobody who wrote it, and leads to the conversation", async () => {
  const [alice, bob] = [await createPerson(server.baseUrl, "alice"), await createPerson(server.baseUrl, "bob", "landlord")];
  const home = await createHome(databaseUrl, bob.id);
  const conversationId = await alice.opens(bob, home.listingId);
  await subscribe(alice, "alices");
  for (const browser of ["phone", "desk"]) await subscribe(bob, browser);
  const { createdAt } = await alice.says(conversationId, "Is it still\nfree?");
  const [{ payload, headers, at }] = await Promise.all(["phone", "desk"].map((browser) => service.arrives(browser))).then(
    (pushes) => pushes as [(typeof pushes)[number]],
  );
  expect(at - Date.parse(createdAt)).toBeLessThan(5_000);
  expect(payload).toEqual({
    title: "alice · House at the river",
    body: "Is it still free?",
    url: `/inbox/${conversationId}`,
    tag: `messages-${conversationId}`,
  });
  expect(headers).toMatchObject({ urgency: "normal", topic: expect.stringMatching(/^[\w-]{32}$/) });
  await allTold();
  expect([service.to("phone").length, service.to("desk").length, service.to("alices").length]).toEqual([1, 1, 0]);
  disconnectAll(alice, bob);
});

test("a burst is one push with a count; what comes later replaces it, and counts on", async () => {
  const { alice, bob } = await gather(server.baseUrl, "alice", "bob");
  const conversationId = await alice.opens(bob);
  await subscribe(bob, "burst");
  for (const text of ["One", "Two", "Three", "Four"]) await alice.says(conversationId, text);
  // However much comes, it waits no longer than for the first.
  expect(await waiting()).toEqual(["message:deliver"]);
  await service.arrives("burst");
  await allTold();
  expect(bodiesTo("burst")).toEqual(["4 new messages: Four"]);
  await alice.says(conversationId, "Five");
  await allTold();
  expect(bodiesTo("burst")).toEqual(["4 new messages: Four", "5 new messages: Five"]);
  expect(new Set(service.to("burst").map(({ headers, payload }) => `${headers.topic} ${payload.tag}`)).size).toBe(1);
  disconnectAll(alice, bob);
});

test("who looks at the conversation is not told, nor who has read it by then", async () => {
  const { alice, bob } = await gather(server.baseUrl, "alice", "bob");
  const conversationId = await alice.opens(bob);
  await subscribe(bob, "looking");
  const { seq } = await alice.says(conversationId, "Are you there?");
  await bob.device.does("message:read", { conversationId, seq });
  await timePasses(databaseUrl);
  await allTold();
  expect(service.triesOf("looking")).toBe(0);

  await subscribe(bob, "down", 503);
  const { seq: next } = await alice.says(conversationId, "And now?");
  await eventually(() => service.triesOf("down")).toBe(1);
  await eventually(async () => (await queueOf(databaseUrl)).filter(({ isLocked }) => isLocked)).toEqual([]);
  await bob.device.does("message:read", { conversationId, seq: next });
  await timePasses(databaseUrl);
  await allTold();
  expect([service.triesOf("down"), service.to("down").length, bodiesTo("looking")]).toEqual([1, 0, ["And now?"]]);
  disconnectAll(alice, bob);
});

test("what has to be tried again says how it stands by then, once", async () => {
  const { alice, bob } = await gather(server.baseUrl, "alice", "bob");
  const conversationId = await alice.opens(bob);
  await subscribe(bob, "shaky", 503, 429);
  for (const text of ["One", "Two"]) {
    const before = service.triesOf("shaky");
    await alice.says(conversationId, text);
    // The first one may be tried again before the second is written.
    await eventually(() => service.triesOf("shaky")).toBeGreaterThan(before);
  }
  await comesTrueInTime(databaseUrl, waiting).toEqual([]);
  expect(bodiesTo("shaky")).toEqual(["2 new messages: Two"]);
  disconnectAll(alice, bob);
});

test("muted, kept away, unwanted or in quiet hours: no push", async () => {
  const names = ["alice", "mia", "ben", "una", "nora"] as const;
  const { alice, mia, ben, una, nora } = await gather(server.baseUrl, ...names);
  const others = [mia, ben, una, nora];
  const talks: string[] = [];
  for (const other of others) {
    talks.push(await alice.opens(other));
    await subscribe(other, other.name);
  }
  const [withMia = "", withBen = "", withUna = "", withNora = ""] = talks;
  await mia.device.does("mute:conversation", { conversationId: withMia });
  const both = { push: true, email: true };
  const channels = { bookings: both, viewings: both, messages: { push: false, email: true }, mentions: { push: true } };
  await prefers(una, { channels });
  const clock = (ms: number): string => new Date(Date.now() + ms).toISOString().slice(11, 16);
  await prefers(nora, { quietHours: { from: clock(-3_600_000), until: clock(3_600_000), timeZone: "UTC" } });
  for (const talk of talks) await alice.says(talk, "Good evening");
  // After it was written, and before anybody was told.
  await ben.device.does("block:user", { userId: alice.id });
  await timePasses(databaseUrl);
  await allTold();
  expect(others.map(({ name }) => service.triesOf(name))).toEqual([0, 0, 0, 0]);

  await mia.device.does("unmute:conversation", { conversationId: withMia });
  for (const talk of [withMia, withUna, withNora]) await alice.says(talk, "Hello?");
  expect(
    (await alice.device.ask("message:send", { conversationId: withBen, messageId: crypto.randomUUID(), content: "?" })).ok,
  ).toBe(false);
  await timePasses(databaseUrl);
  await allTold();
  expect(others.map(({ name }) => bodiesTo(name))).toEqual([["2 new messages: Hello?"], [], [], []]);
  disconnectAll(alice, ...others);
});

test("a session that has ended hears nothing of what is written, and a browser that is gone is forgotten", async () => {
  const { alice, bob } = await gather(server.baseUrl, "alice", "bob");
  const conversationId = await alice.opens(bob);
  await subscribe(bob, "gone");
  service.forget("gone");
  await alice.says(conversationId, "Hello");
  await eventually(() => service.triesOf("gone")).toBe(1);
  await allTold();
  expect((await bob.http<PushSubscriptions>(SUBSCRIPTIONS)).body.items).toEqual([]);
  await subscribe(bob, "ended");
  await execute(databaseUrl, "update sessions set revoked_at = now() where user_id = $1", [bob.id]);
  await alice.says(conversationId, "Still there?");
  await timePasses(databaseUrl);
  await allTold();
  expect(service.triesOf("ended")).toBe(0);
  disconnectAll(alice, bob);
});

test("a send that was rolled back tells nobody, and a job for what is no more does nothing", async () => {
  const { alice, bob } = await gather(server.baseUrl, "alice", "bob");
  const conversationId = await alice.opens(bob);
  await subscribe(bob, "silent");
  const refused = { conversationId, messageId: crypto.randomUUID(), content: "?", mentions: [carol.id] };
  expect((await alice.device.ask("message:send", refused)).ok).toBe(false);
  expect(await waiting()).toEqual([]);
  await enqueue(databaseUrl, "message:deliver", [
    { conversationId, userId: bob.id },
    { conversationId, userId: carol.id },
  ]);
  await allTold();
  expect(service.triesOf("silent")).toBe(0);
  disconnectAll(alice, bob);
});

test("who is named hears of it although all else of the house is muted, again when an edit names them, and never twice", async () => {
  const { alice, mia, ben, una } = await gather(server.baseUrl, "alice", "mia", "ben", "una");
  await acquaint(alice, mia, ben, una);
  const { id } = (await groupsOf(alice).makes("Mill Road", [mia, ben])).body;
  for (const person of [mia, ben]) {
    await subscribe(person, `house-${person.name}`);
    await person.device.does("mute:conversation", { conversationId: id });
  }
  const pushed = async (): Promise<[string[], string[]]> => {
    await timePasses(databaseUrl);
    await allTold();
    return [bodiesTo("house-mia"), bodiesTo("house-ben")];
  };
  await alice.says(id, "Who has the key?");
  const messageId = crypto.randomUUID();
  await alice.says(id, "@mia have you?", { messageId, mentions: [mia.id] });
  expect(await pushed()).toEqual([["@mia have you?"], []]);

  const edits = (content: string, mentions?: string[]) =>
    alice.device.ask("message:edit", { conversationId: id, messageId, content, ...(mentions ? { mentions } : {}) });
  expect(await edits("@mia do you have it?")).toMatchObject({ ok: true, data: { mentions: [mia.id] } });
  expect(await pushed()).toEqual([["@mia have you?"], []]);
  expect(await edits("@mia @ben do you have it?", [mia.id, ben.id])).toMatchObject({
    ok: true,
    data: { mentions: [mia.id, ben.id] },
  });
  expect(await pushed()).toEqual([["@mia have you?"], ["@mia @ben do you have it?"]]);
  expect(await edits("@mia @ben do you have it?", [ben.id, mia.id])).toMatchObject({
    ok: true,
    data: { mentions: [mia.id, ben.id] },
  });

  const both = { push: true, email: true };
  await prefers(ben, { channels: { bookings: both, viewings: both, messages: both, mentions: { push: false } } });
  await alice.says(id, "@ben?", { mentions: [ben.id] });
  expect(await pushed()).toEqual([["@mia have you?"], ["@mia @ben do you have it?"]]);

  // Who is not in it, and who came later and does not see it, cannot be named.
  const malformed = { ok: false, error: { code: "validation_failed" } };
  expect(await edits("@una", [una.id])).toMatchObject(malformed);
  await groupsOf(alice).adds(id, una);
  expect(await edits("@una", [una.id])).toMatchObject(malformed);
  const outsider = { conversationId: id, messageId: crypto.randomUUID(), content: "@carol", mentions: [carol.id] };
  expect(await alice.device.ask("message:send", outsider)).toMatchObject(malformed);
  expect(await alice.says(id, "@una welcome", { mentions: [una.id] })).toMatchObject({ duplicate: false });
  disconnectAll(alice, mia, ben, una);
});

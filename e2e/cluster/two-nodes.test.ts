import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { rates } from "#lib/contract/limits.ts";
import type { Health } from "#lib/contract/routes/service.ts";
import { acquaint, groupsOf } from "../harness/groups.ts";
import { connectDevice, createPerson, type Device, type Person, request } from "../harness/person.ts";
import { diesAtOnce, signIn } from "../harness/sign-ins.ts";
import { LIMIT_FACTOR, startTwoNodes, type TwoNodes } from "./two-nodes.ts";

let nodes: TwoNodes;
let oak: string;
let elm: string;
/** alice and dora are at oak, bob and carol at elm. */
let alice: Person;
let dora: Person;
let bob: Person;
let carol: Person;
let house: string;

beforeAll(async () => {
  nodes = await startTwoNodes(inject("setting"));
  [oak, elm] = [nodes.oak.baseUrl, nodes.elm.baseUrl];
  [alice, dora, bob, carol] = await Promise.all([
    createPerson(oak, "alice"),
    createPerson(oak, "dora"),
    createPerson(elm, "bob"),
    createPerson(elm, "carol"),
  ]);
  await acquaint(alice, bob, carol);
  house = (await groupsOf(alice).makes("Rook House", [bob, carol])).body.id;
  for (const { device } of [bob, carol]) await device.hears("conversation:created", ({ id }) => id === house);
}, 120_000);
afterAll(() => nodes.stop());

const received = (device: Device, content: string) => device.hears("message:received", (message) => message.content === content);
const contents = (device: Device) =>
  device.heard("message:received", ({ kind }) => kind === "text").map(({ content }) => content);
const says = (device: Device, content: string) =>
  device.does("message:send", { conversationId: house, messageId: v7(), content });
const healthAt = async (node: string) => (await request<Health>(`${node}/api/health`)).body;

test("a message at one node is heard at the other, also by its sender's other device, and by no stranger", async () => {
  const laptop = await connectDevice(elm, alice.tokens.accessToken);
  const sent = await says(alice.device, "Hello from oak");
  for (const device of [laptop, bob.device, carol.device])
    expect(await received(device, "Hello from oak")).toMatchObject({ seq: sent.seq });
  await bob.device.hears("unread_count:updated", (count) => count.conversationId === house && count.unreadCount === 1);
  await says(bob.device, "And back from elm");
  await received(alice.device, "And back from elm");
  expect(contents(alice.device)).toEqual(["And back from elm"]);
  expect(await dora.device.newsSince(0)).toEqual(
    dora.device.heard("session:ready").map((payload) => ({ event: "session:ready", payload })),
  );
  laptop.leaves();
});

test("any device at any node keeps a person there, and a change of the node is no news", async () => {
  const eve = await createPerson(oak, "eve");
  const talk = await eve.opens(bob);
  expect(talk).toBeTruthy();
  const tablet = await connectDevice(elm, eve.tokens.accessToken);
  const mark = bob.device.mark();
  eve.device.leaves();
  const seen = async (viewer: Person) => (await viewer.device.does("presence:get", { userIds: [eve.id] })).presences[0]?.status;
  expect(await seen(bob)).toBe("online");
  tablet.leaves();
  const back = await connectDevice(oak, eve.tokens.accessToken);
  await back.does("presence:update", { status: "busy" });
  await bob.device.hears("presence:changed", ({ userId, status }) => userId === eve.id && status === "busy");
  const told = (await bob.device.newsSince(mark)).filter(({ event }) => event === "presence:changed");
  expect(told.map(({ payload }) => payload)).toEqual([expect.objectContaining({ userId: eve.id, status: "busy" })]);
  back.leaves();
  await bob.device.hears("presence:changed", ({ userId, status }) => userId === eve.id && status === "offline");
  expect(await seen(bob)).toBe("offline");
});

test("whoever comes and goes at both nodes within a moment is gone in the end, and that is told once", async () => {
  const eve = await createPerson(oak, "eve");
  await eve.opens(bob);
  for (let visit = 0; visit < 8; visit += 1) (await connectDevice(visit % 2 ? oak : elm, eve.tokens.accessToken)).leaves();
  const mark = bob.device.mark();
  eve.device.leaves();
  const goings = () => bob.device.heard("presence:changed", ({ userId, status }) => userId === eve.id && status === "offline");
  await expect.poll(() => goings().length, { timeout: 5_000 }).toBe(1);
  const news = (await bob.device.newsSince(mark)).filter(({ event }) => event === "presence:changed");
  expect(news.map(({ payload }) => payload)).toEqual(goings());
});

test("somebody types at one node and is seen to at the other", async () => {
  await alice.device.does("typing:start", { conversationId: house });
  await carol.device.hears("typing:indicator", ({ userId, isTyping }) => userId === alice.id && isTyping);
  await alice.device.does("typing:stop", { conversationId: house });
  await carol.device.hears("typing:indicator", ({ userId, isTyping }) => userId === alice.id && !isTyping);
});

test("a session that is ended at one node dies at the other within a second", async () => {
  const { body: tokens } = await signIn(oak, dora);
  const device = await connectDevice(elm, tokens.accessToken);
  await request(`${oak}/api/tokens`, { method: "DELETE", token: tokens.accessToken });
  await diesAtOnce(device);
  expect(dora.device.socket.connected).toBe(true);
});

test("a limit is one over both nodes", async () => {
  const fred = await createPerson(oak, "fred");
  const other = await connectDevice(elm, fred.tokens.accessToken);
  const { points } = rates["presence:update"];
  const asks = Array.from({ length: points * LIMIT_FACTOR }, (_, turn) => (turn % 2 ? fred.device : other));
  const answers = await Promise.all(asks.map((device) => device.ask("presence:update", { status: "away" })));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  for (const device of [fred.device, other]) {
    const refusal = await device.ask("presence:update", { status: "away" });
    expect(refusal).toMatchObject({ ok: false, error: { code: "rate_limited", retryAfterMs: expect.any(Number) } });
  }
  other.leaves();
  fred.device.leaves();
});

test("while Redis does not answer, each node goes on by itself, and what the other missed comes by a sync", async () => {
  const sync = async (person: Person) =>
    (await person.device.does("session:sync", { cursors: { [house]: 0 } })).changes.find(
      ({ conversation }) => conversation.id === house,
    );
  nodes.redis.freeze();
  const startedAt = performance.now();
  await says(bob.device, "Redis is asleep");
  await received(carol.device, "Redis is asleep");
  expect(performance.now() - startedAt).toBeLessThan(1_500);
  await expect.poll(async () => (await healthAt(oak)).parts.redis.state).toBe("down");
  expect((await healthAt(oak)).status).toBe("degraded");
  expect((await sync(alice))?.messages.map(({ content }) => content)).toContain("Redis is asleep");
  expect(contents(alice.device)).not.toContain("Redis is asleep");

  // bob is taken out at the other node, of which no word comes here; what is said after it is not for him.
  expect((await groupsOf(alice).removes(house, bob)).status).toBe(204);
  await says(carol.device, "Now without bob");
  await carol.device.does("socket:ping", {});
  await bob.device.does("socket:ping", {});
  expect(contents(bob.device)).not.toContain("Now without bob");

  nodes.redis.thaw();
  await expect.poll(async () => (await healthAt(oak)).status, { timeout: 10_000 }).toBe("ok");
  await expect.poll(async () => (await healthAt(elm)).status, { timeout: 10_000 }).toBe("ok");
  await says(carol.device, "Redis is awake");
  await received(alice.device, "Redis is awake");
  expect(contents(bob.device)).not.toContain("Redis is awake");
}, 40_000);

test("a Redis that is full is as good as one that is away, until it has room", async () => {
  await nodes.redis.fill(true);
  for (const node of [oak, elm]) await expect.poll(async () => (await healthAt(node)).parts.redis.state).toBe("down");
  const grace = await connectDevice(elm, carol.tokens.accessToken);
  await says(grace, "Redis is full");
  await received(carol.device, "Redis is full");
  await nodes.redis.fill(false);
  for (const node of [oak, elm]) await expect.poll(async () => (await healthAt(node)).status, { timeout: 5_000 }).toBe("ok");
  await says(carol.device, "Redis has room");
  await received(alice.device, "Redis has room");
  grace.leaves();
}, 40_000);

test("a Redis that comes back empty knows again who is there, and who came while it was away", async () => {
  await nodes.redis.kill();
  await expect.poll(async () => (await healthAt(elm)).parts.redis.state).toBe("down");
  await says(carol.device, "Redis is gone");
  const ash = await nodes.start("ash");
  const tablet = await connectDevice(ash, carol.tokens.accessToken);
  await nodes.redis.start();
  for (const node of [oak, elm, ash])
    await expect.poll(async () => (await healthAt(node)).status, { timeout: 15_000 }).toBe("ok");
  await says(alice.device, "Redis is new");
  for (const device of [carol.device, tablet]) await received(device, "Redis is new");
  tablet.leaves();
  // bob and carol are told to Redis by elm together; carol's tablet was a moment ago at another node.
  const seen = async () =>
    (await alice.device.does("presence:get", { userIds: [bob.id, carol.id] })).presences.map(({ status }) => status);
  await expect.poll(seen, { timeout: 5_000 }).toEqual(["online", "online"]);
}, 40_000);

test("who was at a node that died is gone for the others", async () => {
  nodes.elm.process.kill("SIGKILL");
  const isOffline = () =>
    alice.device.heard("presence:changed", ({ userId, status }) => userId === carol.id && status === "offline").length > 0;
  await expect.poll(isOffline, { timeout: 15_000 }).toBe(true);
  const presences = (await alice.device.does("presence:get", { userIds: [carol.id] })).presences;
  expect(presences).toMatchObject([{ status: "offline" }]);
  const back = await connectDevice(oak, carol.tokens.accessToken);
  await alice.device.hears("presence:changed", ({ userId, status }) => userId === carol.id && status === "online");
  back.leaves();
}, 40_000);

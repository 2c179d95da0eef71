import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { disconnectAll, gather, type Person } from "../harness/person.ts";

const baseUrl = inject("baseUrl");
let alice: Person;
let bob: Person;
let carol: Person;
let together: string;

beforeAll(async () => {
  ({ alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol"));
  together = await alice.opens(bob);
});
afterAll(() => disconnectAll(alice, bob, carol));

const presenceOf = async (viewer: Person, person: Person) =>
  (await viewer.device.does("presence:get", { userIds: [person.id] })).presences[0];

test("bob sees alice type, and stop by herself after five seconds; carol and alice's own devices see nothing", async () => {
  const phone = await alice.connects();
  const marks = [carol.device.mark(), phone.mark()] as const;
  await alice.device.does("typing:start", { conversationId: together });
  const begun = await bob.device.hears("typing:indicator", ({ isTyping }) => isTyping);
  expect(begun).toMatchObject({ conversationId: together, userId: alice.id, userName: "alice" });
  const startedAt = performance.now();
  await expect.poll(() => bob.device.heard("typing:indicator", ({ isTyping }) => !isTyping).length, { timeout: 7_000 }).toBe(1);
  expect(performance.now() - startedAt).toBeGreaterThan(4_000);
  expect(await carol.device.newsSince(marks[0])).toEqual([]);
  expect((await phone.newsSince(marks[1])).filter(({ event }) => event === "typing:indicator")).toEqual([]);
  phone.leaves();
});

test("a message ends the typing before it, and so does a closed line", async () => {
  const phone = await alice.connects();
  const stops = () => bob.device.heard("typing:indicator", ({ isTyping }) => !isTyping).length;
  const before = stops();
  await alice.device.does("typing:start", { conversationId: together });
  await alice.says(together, "done typing");
  await expect.poll(stops).toBe(before + 1);
  await phone.does("typing:start", { conversationId: together });
  phone.leaves();
  await expect.poll(stops).toBe(before + 2);
});

test("any device keeps a person online; after the last one they are seen no more, and when", async () => {
  const { dora, ed } = await gather(baseUrl, "dora", "ed");
  await dora.opens(ed);
  const tablet = await dora.connects();
  dora.device.leaves();
  expect(await presenceOf(ed, dora)).toMatchObject({ status: "online", lastSeenAt: null });
  const mark = ed.device.mark();
  expect(await ed.device.newsSince(mark)).toEqual([]);
  tablet.leaves();
  const gone = await ed.device.hears("presence:changed", ({ userId, status }) => userId === dora.id && status === "offline");
  expect(gone.lastSeenAt).toMatch(/Z$/);
  expect(await presenceOf(ed, dora)).toEqual(gone);
  ed.device.leaves();
});

test("a page that reloads is no news", async () => {
  const { gina, hal } = await gather(baseUrl, "gina", "hal");
  await gina.opens(hal);
  const mark = hal.device.mark();
  gina.device.leaves();
  const again = await gina.connects();
  await again.does("socket:ping", {});
  expect((await hal.device.newsSince(mark)).filter(({ event }) => event === "presence:changed")).toEqual([]);
  again.leaves();
  hal.device.leaves();
});

test("away, busy with an activity, and invisible, which looks like gone", async () => {
  await alice.device.does("presence:update", { status: "busy", activity: "in a viewing" });
  expect(await bob.device.hears("presence:changed", ({ status }) => status === "busy")).toMatchObject({
    userId: alice.id,
    activity: "in a viewing",
  });
  await alice.device.does("presence:update", { status: "invisible" });
  const gone = await bob.device.hears("presence:changed", ({ userId, status }) => userId === alice.id && status === "offline");
  expect(Object.keys(gone).sort()).toEqual(["lastSeenAt", "status", "userId"]);
  expect(await presenceOf(bob, alice)).toMatchObject({ status: "offline" });
  await alice.device.does("presence:update", { status: "online" });
  await bob.device.hears("presence:changed", ({ userId, status }) => userId === alice.id && status === "online");
});

test("who shares no conversation is told nothing: everybody looks offline", async () => {
  expect(await presenceOf(carol, alice)).toEqual({ userId: alice.id, status: "offline", lastSeenAt: null });
  expect(carol.device.heard("presence:changed", () => true)).toEqual([]);
});

test("what a device says with its last breath does not keep its person there", async () => {
  const { dora, ed } = await gather(baseUrl, "dora", "ed");
  await dora.opens(ed);
  for (let breath = 0; breath < 5; breath += 1) {
    const phone = await dora.connects();
    for (const status of ["away", "busy", "online"] as const)
      void phone.ask("presence:update", { status }).catch(() => undefined);
    phone.leaves();
  }
  dora.device.leaves();
  await ed.device.hears("presence:changed", ({ userId, status }) => userId === dora.id && status === "offline");
  expect(await presenceOf(ed, dora)).toMatchObject({ status: "offline" });
  ed.device.leaves();
});

import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { ReadReceipt } from "#lib/contract/messages.ts";
import { groupsOf } from "../harness/groups.ts";
import { connectDevice, disconnectAll, gather, type Person } from "../harness/person.ts";

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

const summaryOf = async (person: Person): Promise<ConversationSummary> =>
  (await person.http<ConversationSummary>(`/api/conversations/${together}`)).body;

const marksOf = async (person: Person) => {
  const own = (await summaryOf(person)).participants.find(({ userId }) => userId === person.id);
  return { deliveredSeq: own?.deliveredSeq, readSeq: own?.readSeq };
};

test("delivered is what bob's device says, read is what bob did: alice hears both", async () => {
  const { seq } = await alice.says(together, "one");
  expect(await bob.device.does("message:ack", { conversationId: together, seq })).toEqual({ deliveredSeq: seq });
  const delivered = await alice.device.hears("message:delivered", (news) => news.seq === seq);
  expect(delivered).toMatchObject({ conversationId: together, userId: bob.id });
  expect(alice.device.heard("read_receipt:received", (news) => news.seq === seq)).toEqual([]);
  expect(await bob.device.does("message:read", { conversationId: together, seq })).toEqual({
    readSeq: seq,
    unreadCount: 0,
    totalUnread: 0,
  });
  const read = await alice.device.hears("read_receipt:received", (news) => news.seq === seq);
  expect(read).toMatchObject({ conversationId: together, userId: bob.id, lastReadAt: expect.stringMatching(/Z$/) });
});

test("reading delivers: both are told at once", async () => {
  const { seq } = await alice.says(together, "two");
  await bob.device.does("message:read", { conversationId: together, seq });
  await alice.device.hears("message:delivered", (news) => news.seq === seq);
  await alice.device.hears("read_receipt:received", (news) => news.seq === seq);
  expect(await marksOf(bob)).toEqual({ deliveredSeq: seq, readSeq: seq });
});

test("where many hear, that bob has read says that he holds it, and a fresh look says the same", async () => {
  await alice.opens(carol);
  const { body: house } = await groupsOf(alice).makes("The whole house", [bob, carol]);
  // On one node, whichever it is: each gathers for those who hear from it.
  const connects = ({ tokens }: Person) => connectDevice(baseUrl, tokens.accessToken);
  const screens = await Promise.all(Array.from({ length: 40 }, () => connects(carol)));
  const [phone, tablet] = [await connects(bob), await connects(bob)];
  const { seq } = await alice.says(house.id, "The heating is back.");
  await phone.does("message:read", { conversationId: house.id, seq });
  await tablet.hears("message:delivered", (news) => news.seq === seq);
  const isBobs = ({ userId, conversationId }: { userId: string; conversationId: string }): boolean =>
    userId === bob.id && conversationId === house.id;
  for (const screen of [alice.device, ...screens]) {
    expect(await screen.hears("read_receipt:received", isBobs)).toMatchObject({ seq });
    expect(screen.heard("message:delivered", isBobs)).toEqual([]);
  }
  const { participants } = await groupsOf(alice).sees(house.id);
  expect(participants.find(({ userId }) => userId === bob.id)).toMatchObject({ deliveredSeq: seq, readSeq: seq });
  for (const screen of [...screens, phone, tablet]) screen.leaves();
});

test("a mark never falls, never passes the end, and moves no second time", async () => {
  const { seq } = await alice.says(together, "three");
  await bob.device.does("message:read", { conversationId: together, seq });
  await alice.device.hears("read_receipt:received", (news) => news.seq === seq);
  const mark = alice.device.mark();
  expect(await bob.device.does("message:read", { conversationId: together, seq: 1 })).toMatchObject({ readSeq: seq });
  expect(await bob.device.does("message:read", { conversationId: together, seq: 2_000_000_000 })).toMatchObject({ readSeq: seq });
  expect(await bob.device.does("message:ack", { conversationId: together, seq: 0 })).toEqual({ deliveredSeq: seq });
  expect(await marksOf(bob)).toEqual({ deliveredSeq: seq, readSeq: seq });
  expect(await alice.device.newsSince(mark)).toEqual([]);
});

test("who writes with nothing unread hears no count of their own", async () => {
  const { dora, ed } = await gather(baseUrl, "dora", "ed");
  const id = await dora.opens(ed);
  const phone = await dora.connects();
  const { seq } = await dora.says(id, "hello");
  await phone.hears("message:received", (news) => news.seq === seq);
  await ed.device.hears("unread_count:updated", ({ unreadCount }) => unreadCount === 1);
  await phone.newsSince(0);
  expect(phone.heard("unread_count:updated", () => true)).toEqual([]);
  phone.leaves();
  disconnectAll(dora, ed);
});

test("who writes has read: bob's answer clears his own count and reads alice's messages", async () => {
  await alice.says(together, "four");
  await bob.device.hears("unread_count:updated", ({ unreadCount }) => unreadCount === 1);
  const { seq } = await bob.says(together, "five");
  expect(await summaryOf(bob)).toMatchObject({ unreadCount: 0, lastSeq: seq });
  expect(await marksOf(bob)).toEqual({ deliveredSeq: seq, readSeq: seq });
});

test("a repeat is answered with how far the message has got", async () => {
  const messageId = v7();
  const { seq } = await alice.says(together, "six", { messageId });
  await bob.device.does("message:ack", { conversationId: together, seq });
  expect(await alice.says(together, "six", { messageId })).toMatchObject({ status: "delivered", duplicate: true });
  await bob.device.does("message:read", { conversationId: together, seq });
  expect(await alice.says(together, "six", { messageId })).toMatchObject({ status: "read", duplicate: true });
});

test("reading on one device clears the others, and tells nobody else", async () => {
  const tablet = await bob.connects();
  const mark = carol.device.mark();
  const { seq } = await alice.says(together, "seven");
  await tablet.hears("unread_count:updated", ({ unreadCount }) => unreadCount === 1);
  await bob.device.does("message:read", { conversationId: together, seq });
  const cleared = await tablet.hears("unread_count:updated", ({ unreadCount }) => unreadCount === 0);
  expect(cleared).toMatchObject({ conversationId: together, totalUnread: 0 });
  expect(await carol.device.newsSince(mark)).toEqual([]);
  tablet.leaves();
});

test("over HTTP it is the same use case", async () => {
  const { seq } = await alice.says(together, "eight");
  const { status, body } = await bob.http<ReadReceipt>(`/api/conversations/${together}/read`, { method: "POST", body: { seq } });
  expect({ status, body }).toEqual({ status: 200, body: { readSeq: seq, unreadCount: 0, totalUnread: 0 } });
  await alice.device.hears("read_receipt:received", (news) => news.seq === seq);
});

test("however messages and readings cross, the last count that a device hears is the right one", async () => {
  const { dora, ed } = await gather(baseUrl, "dora", "ed");
  const id = await dora.opens(ed);
  const phone = await ed.connects();
  for (let round = 0; round < 20; round += 1) {
    const said = Array.from({ length: 3 }, (_, turn) => dora.says(id, `round ${round} turn ${turn}`));
    const readings = said.map(async (one) => ed.device.does("message:read", { conversationId: id, seq: (await one).seq }));
    await Promise.all(readings);
    const last = await dora.says(id, `round ${round} last`);
    await ed.device.does("message:read", { conversationId: id, seq: last.seq });
    // Over several nodes the news of one may overtake those of another: what was counted last stands, for a page too.
    const lastHeard = () =>
      phone
        .heard("unread_count:updated", () => true)
        .toSorted((one, other) => Date.parse(one.updatedAt) - Date.parse(other.updatedAt))
        .at(-1);
    await expect.poll(() => lastHeard()?.unreadCount).toBe(0);
    await phone.newsSince(0);
    expect(lastHeard()).toMatchObject({ unreadCount: 0, totalUnread: 0 });
  }
  phone.leaves();
  disconnectAll(dora, ed);
});

import { v7 } from "uuid";
import { expect, inject, test } from "vitest";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Preferences, PreferencesPatch } from "#lib/contract/safety.ts";
import { createHouseChat } from "../harness/house-chat.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";

const baseUrl = inject("baseUrl");

const prefer = async (person: Person, patch: PreferencesPatch): Promise<Preferences> =>
  (await person.http<Preferences>("/api/preferences", { method: "PATCH", body: patch })).body;

const marksOf = ({ participants }: ConversationSummary, { id }: Person) => {
  const one = participants.find(({ userId }) => userId === id);
  return [one?.deliveredSeq, one?.readSeq];
};

/** How far somebody has got, as a viewer is told in a summary and in a sync. */
const seenBy = async (viewer: Person, person: Person, id: string) => {
  const { body } = await viewer.http<ConversationSummary>(`/api/conversations/${id}`);
  const { changes } = await viewer.device.does("session:sync", { cursors: { [id]: 0 } });
  const synced = changes.find(({ conversation }) => conversation.id === id);
  const marks = marksOf(body, person);
  expect(synced && marksOf(synced.conversation, person)).toEqual(marks);
  return marks;
};

const presenceFor = async (viewer: Person, person: Person) =>
  (await viewer.device.does("presence:get", { userIds: [person.id] })).presences[0];

const everything: Preferences = { readReceipts: true, presence: true, linkPreviews: true };

test("everything is shared until somebody says otherwise; a change is told to one's own devices, once", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  await alice.opens(bob);
  const phone = await alice.connects();
  expect((await alice.http<Preferences>("/api/preferences")).body).toEqual(everything);
  expect(await prefer(alice, { readReceipts: false })).toEqual({ ...everything, readReceipts: false });
  expect(await phone.hears("preferences:updated")).toEqual({ ...everything, readReceipts: false });
  const mark = phone.mark();
  expect(await prefer(alice, { readReceipts: false, presence: true })).toEqual({ ...everything, readReceipts: false });
  expect(await phone.newsSince(mark)).toEqual([]);
  expect(await prefer(alice, { presence: false })).toEqual({ ...everything, readReceipts: false, presence: false });
  expect((await alice.http<Preferences>("/api/preferences")).body).toEqual({
    ...everything,
    readReceipts: false,
    presence: false,
  });
  expect(await prefer(alice, { linkPreviews: false })).toEqual({ readReceipts: false, presence: false, linkPreviews: false });
  await bob.device.newsSince(0);
  expect(bob.device.heard("preferences:updated")).toEqual([]);
  const { status, body } = await alice.http("/api/preferences", { method: "PATCH", body: {} });
  expect({ status, code: body.code }).toEqual({ status: 400, code: "validation_failed" });
  phone.leaves();
  disconnectAll(alice, bob);
});

test("who keeps their reading to themselves: others see at most that it was delivered, own devices see all", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const id = await alice.opens(bob);
  const tablet = await bob.connects();
  await prefer(bob, { readReceipts: false });
  const messageId = v7();
  const { seq } = await alice.says(id, "read this", { messageId });
  await bob.device.does("message:read", { conversationId: id, seq });
  await alice.device.hears("message:delivered", (news) => news.userId === bob.id && news.seq === seq);
  await tablet.hears("read_receipt:received", (news) => news.seq === seq);
  await tablet.hears("unread_count:updated", ({ unreadCount }) => unreadCount === 0);
  await alice.device.newsSince(0);
  expect(alice.device.heard("read_receipt:received")).toEqual([]);
  expect(await seenBy(alice, bob, id)).toEqual([seq, 0]);
  expect(await seenBy(bob, bob, id)).toEqual([seq, seq]);
  expect(await alice.says(id, "read this", { messageId })).toMatchObject({ status: "delivered", duplicate: true });
  tablet.leaves();
  disconnectAll(alice, bob);
});

test("and does not see others' reading either", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const id = await alice.opens(bob);
  await prefer(alice, { readReceipts: false });
  const messageId = v7();
  const { seq } = await alice.says(id, "read this", { messageId });
  await bob.device.does("message:read", { conversationId: id, seq });
  await alice.device.hears("message:delivered", (news) => news.seq === seq);
  await alice.device.newsSince(0);
  expect(alice.device.heard("read_receipt:received", ({ userId }) => userId === bob.id)).toEqual([]);
  expect(await seenBy(alice, bob, id)).toEqual([seq, 0]);
  expect(await alice.says(id, "read this", { messageId })).toMatchObject({ status: "delivered" });
  expect(await prefer(alice, { readReceipts: true })).toMatchObject({ readReceipts: true });
  expect(await seenBy(alice, bob, id)).toEqual([seq, seq]);
  expect(await alice.says(id, "read this", { messageId })).toMatchObject({ status: "read" });
  disconnectAll(alice, bob);
});

test("what was seen stays seen, an answer gives away what it answers, and sharing again shows the true state", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const id = await alice.opens(bob);
  await alice.says(id, "one");
  await bob.device.does("message:read", { conversationId: id, seq: 1 });
  await alice.device.hears("read_receipt:received", ({ seq }) => seq === 1);
  await prefer(bob, { readReceipts: false });
  await alice.says(id, "two");
  await bob.device.does("message:read", { conversationId: id, seq: 2 });
  expect(await seenBy(alice, bob, id)).toEqual([2, 1]);
  const answer = await bob.says(id, "three");
  expect(await seenBy(alice, bob, id)).toEqual([answer.seq, answer.seq]);
  const { seq } = await alice.says(id, "four");
  await bob.device.does("message:read", { conversationId: id, seq });
  expect(await seenBy(alice, bob, id)).toEqual([seq, answer.seq]);
  await prefer(bob, { readReceipts: true });
  await alice.device.hears("read_receipt:received", (news) => news.userId === bob.id && news.seq === seq);
  expect(await seenBy(alice, bob, id)).toEqual([seq, seq]);
  disconnectAll(alice, bob);
});

test("in a group each pair is judged by itself", async () => {
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  const house = await createHouseChat(inject("databaseUrl"), [alice, bob, carol]);
  const [phone, laptop] = [await alice.connects(), await carol.connects()];
  await prefer(carol, { readReceipts: false });
  const { seq } = await alice.says(house, "who has the key?");
  await bob.device.does("message:read", { conversationId: house, seq });
  await phone.hears("read_receipt:received", ({ userId }) => userId === bob.id);
  await carol.device.does("message:read", { conversationId: house, seq });
  await laptop.hears("read_receipt:received", ({ userId }) => userId === carol.id);
  await phone.newsSince(0);
  expect(phone.heard("read_receipt:received", ({ userId }) => userId === carol.id)).toEqual([]);
  await laptop.newsSince(0);
  expect(laptop.heard("read_receipt:received", ({ userId }) => userId === bob.id)).toEqual([]);
  expect([await seenBy(alice, bob, house), await seenBy(alice, carol, house), await seenBy(carol, bob, house)]).toEqual([
    [seq, seq],
    [seq, 0],
    [seq, 0],
  ]);
  phone.leaves();
  laptop.leaves();
  disconnectAll(alice, bob, carol);
});

test("who shares no presence looks offline to others, at once, and others look offline to them", async () => {
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  await alice.opens(bob);
  await carol.opens(bob);
  await prefer(alice, { presence: false });
  const offline = (person: Person) => ({ userId: person.id, status: "offline", lastSeenAt: null });
  expect(await bob.device.hears("presence:changed", ({ userId }) => userId === alice.id)).toEqual(offline(alice));
  expect([await presenceFor(bob, alice), await presenceFor(alice, bob)]).toEqual([offline(alice), offline(bob)]);
  const marks = [alice.device.mark(), bob.device.mark()] as const;
  await bob.device.does("presence:update", { status: "busy", activity: "in a viewing" });
  await carol.device.hears("presence:changed", ({ userId, status }) => userId === bob.id && status === "busy");
  expect(await alice.device.newsSince(marks[0])).toEqual([]);
  await alice.device.does("presence:update", { status: "away" });
  const phone = await alice.connects();
  phone.leaves();
  await bob.device.newsSince(0);
  expect(bob.device.heard("presence:changed", ({ userId, status }) => userId === alice.id && status !== "offline")).toEqual([]);
  await prefer(alice, { presence: true });
  await bob.device.hears("presence:changed", ({ userId, status }) => userId === alice.id && status !== "offline");
  expect(await presenceFor(alice, bob)).toMatchObject({ status: "busy", activity: "in a viewing" });
  disconnectAll(alice, bob, carol);
});

test("last seen is a round time, and kept by who shares no presence", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  await alice.opens(bob);
  alice.device.leaves();
  const gone = await bob.device.hears("presence:changed", ({ userId, status }) => userId === alice.id && status === "offline");
  const at = new Date(gone.lastSeenAt ?? "");
  expect([at.getUTCMinutes() % 5, at.getUTCSeconds(), at.getUTCMilliseconds()]).toEqual([0, 0, 0]);
  expect(await presenceFor(bob, alice)).toEqual(gone);
  await prefer(alice, { presence: false });
  expect(await presenceFor(bob, alice)).toEqual({ userId: alice.id, status: "offline", lastSeenAt: null });
  await prefer(alice, { presence: true });
  expect(await presenceFor(bob, alice)).toEqual(gone);
  bob.device.leaves();
});

test("typing is nobody's presence: it is heard all the same", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const id = await alice.opens(bob);
  await prefer(alice, { presence: false, readReceipts: false });
  await alice.device.does("typing:start", { conversationId: id });
  await bob.device.hears("typing:indicator", ({ isTyping }) => isTyping);
  disconnectAll(alice, bob);
});

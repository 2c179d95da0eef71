import { v4, v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { EventOutput } from "#lib/contract/events.ts";
import type { Message, MessagePage, MessageReceipts, MessageVersions } from "#lib/contract/messages.ts";
import { createHouseChat } from "../harness/house-chat.ts";
import { disconnectAll, gather, type HttpAnswer, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { execute } from "../harness/sql.ts";

/** Messages that are edited, taken away and reacted to, and what everybody else sees of it. */

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");
let alice: Person;
let bob: Person;
let carol: Person;
let together: string;

beforeAll(async () => {
  ({ alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol"));
  together = await alice.opens(bob);
});
afterAll(() => disconnectAll(alice, bob, carol));

const says = async (person: Person, content: string, extra: { replyToId?: string } = {}): Promise<string> => {
  const messageId = v7();
  await person.says(together, content, { messageId, ...extra });
  return messageId;
};
const find = async (person: Person, messageId: string): Promise<Message | undefined> => {
  const { body } = await person.http<MessagePage>(`/api/conversations/${together}/messages?limit=100`);
  return body.messages.find((message) => message.messageId === messageId);
};
const summary = async (person: Person) => (await person.http<ConversationSummary>(`/api/conversations/${together}`)).body;
const at = (messageId: string, rest = "") => `/api/conversations/${together}/messages/${messageId}${rest}`;
const edits = (person: Person, messageId: string, content: string) =>
  person.device.ask("message:edit", { conversationId: together, messageId, content });
const deletes = (person: Person, messageId: string) =>
  person.device.ask("message:delete", { conversationId: together, messageId });
const reacts = (person: Person, messageId: string, emoji: string, op: "add" | "remove" = "add") =>
  person.device.ask("message:react", { conversationId: together, messageId, emoji, op });
const refused = (code: string) => expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) });

test("alice edits: bob and her other device see the new words at once, carol hears nothing, a repeat does nothing more", async () => {
  const messageId = await says(alice, "Is the room free in March?");
  const phone = await alice.connects();
  const mark = carol.device.mark();
  const before = await summary(bob);
  const edited = await alice.device.does("message:edit", {
    conversationId: together,
    messageId,
    content: "Is the room free in April?",
  });
  expect(edited).toMatchObject({ content: "Is the room free in April?", rev: before.rev + 1, seq: before.lastSeq });
  expect(edited.editedAt).not.toBeNull();
  for (const device of [bob.device, phone, alice.device])
    expect(await device.hears("message:edited", (news) => news.messageId === messageId)).toEqual(edited);
  expect(await find(bob, messageId)).toEqual(edited);
  expect((await summary(bob)).lastMessage).toEqual(edited);

  const again = await edits(alice, messageId, "Is the room free in April?");
  expect(again).toEqual({ ok: true, data: edited });
  expect((await summary(bob)).rev).toBe(before.rev + 1);
  expect(bob.device.heard("message:edited", (news) => news.messageId === messageId)).toHaveLength(1);
  expect(await carol.device.newsSince(mark)).toEqual([]);
  const { body } = await bob.http<MessageVersions>(at(messageId, "/versions"));
  expect(body.versions).toEqual([{ content: "Is the room free in March?", at: edited.createdAt }]);
  phone.leaves();
});

test("only who wrote a message edits or deletes it, and only for a quarter of an hour", async () => {
  const messageId = await says(alice, "mine");
  expect(await edits(bob, messageId, "not yours")).toEqual(refused("forbidden"));
  expect(await deletes(bob, messageId)).toEqual(refused("forbidden"));
  expect(await edits(alice, v7(), "of nothing")).toEqual(refused("not_found"));
  expect(await edits(alice, messageId, "  ")).toEqual(refused("validation_failed"));
  await execute(
    databaseUrl,
    `update messages set created_at = created_at - interval '15 minutes 1 second' where id = '${messageId}'`,
  );
  expect(await edits(alice, messageId, "too late")).toEqual(refused("conflict"));
  expect((await find(bob, messageId))?.content).toBe("mine");
  expect(await deletes(alice, messageId)).toMatchObject({ ok: true });
});

test("what the rules refuse does not come in by the back door, and what they warn of is warned of", async () => {
  const messageId = await says(alice, "Shall we meet on Tuesday?");
  const fraud =
    "I am abroad and cannot show the flat. Send the deposit by Western Union today and I will post you the keys, many others want it.";
  expect(await edits(alice, messageId, fraud)).toEqual(refused("content_rejected"));
  expect((await find(bob, messageId))?.content).toBe("Shall we meet on Tuesday?");
});

test("alice deletes: a tombstone everywhere, nothing of the words is left to read, and bob's unread falls", async () => {
  await bob.device.does("message:read", { conversationId: together, seq: 9_999 });
  const messageId = await says(alice, "my number is none of your business");
  await alice.device.does("message:edit", { conversationId: together, messageId, content: "never mind" });
  await expect.poll(async () => (await summary(bob)).unreadCount).toBe(1);
  const tombstone = await alice.device.does("message:delete", { conversationId: together, messageId });
  expect(tombstone).toMatchObject({ content: "", reactions: [], notices: [] });
  expect(await bob.device.hears("message:deleted", (news) => news.messageId === messageId)).toEqual(tombstone);
  await bob.device.hears("unread_count:updated", (news) => news.conversationId === together && news.unreadCount === 0);
  expect(await summary(bob)).toMatchObject({ unreadCount: 0, lastMessage: tombstone });
  expectProblem("versions", await bob.http(at(messageId, "/versions")), "not_found");
  expect(await deletes(alice, messageId)).toEqual({ ok: true, data: tombstone });
  expect(await edits(alice, messageId, "risen")).toEqual(refused("conflict"));
  expect(await reacts(bob, messageId, "👍")).toEqual(refused("conflict"));
  expect(bob.device.heard("message:deleted", (news) => news.messageId === messageId)).toHaveLength(1);
});

test("what quotes a message follows it, edited and deleted, for who only listens too", async () => {
  const question = await says(alice, "Is there a desk?");
  const answer = await says(bob, "Yes, a big one.", { replyToId: question });
  const other = await says(bob, "And a lamp.", { replyToId: question });
  expect((await find(alice, answer))?.replyTo?.excerpt).toBe("Is there a desk?");
  await alice.device.does("message:edit", { conversationId: together, messageId: question, content: "Is there a bed?" });
  for (const messageId of [answer, other]) {
    const heard = await bob.device.hears("message:edited", (news) => news.messageId === messageId);
    expect(heard).toEqual(await find(alice, messageId));
    expect(heard).toMatchObject({ replyTo: { messageId: question, excerpt: "Is there a bed?" }, editedAt: null });
  }
  await alice.device.does("message:delete", { conversationId: together, messageId: question });
  await bob.device.hears("message:edited", (news) => news.messageId === other && news.replyTo?.excerpt === "");
  const { rev, lastMessage } = await summary(alice);
  expect(lastMessage?.rev).toBe(rev);
  const { changes } = await alice.device.does("session:sync", { cursors: { [together]: rev - 1 } });
  expect(changes[0]?.messages.map(({ messageId }) => messageId)).toEqual([other]);
});

test("what a message quotes goes with it, so that a tombstone keeps no words that are deleted after it", async () => {
  const question = await says(alice, "Is there a cellar?");
  const answer = await says(bob, "Yes, and it is dry.", { replyToId: question });
  const tombstone = await bob.device.does("message:delete", { conversationId: together, messageId: answer });
  expect(tombstone.replyTo).toBeUndefined();
  await alice.device.does("message:delete", { conversationId: together, messageId: question });
  await bob.device.hears("message:deleted", (news) => news.messageId === question);
  expect(await alice.device.hears("message:deleted", (news) => news.messageId === answer)).toEqual(await find(alice, answer));
});

test("a reaction is each one's own, is there once, and counts for nobody as unread", async () => {
  const messageId = await says(alice, "The keys are here.");
  await bob.device.does("message:read", { conversationId: together, seq: 9_999 });
  const mark = carol.device.mark();
  const liked = await bob.device.does("message:react", { conversationId: together, messageId, emoji: "👍", op: "add" });
  expect(liked.reactions).toEqual([{ emoji: "👍", userIds: [bob.id] }]);
  expect(await alice.device.hears("message:reaction", (news) => news.messageId === messageId)).toEqual(liked);
  const both = await alice.device.does("message:react", { conversationId: together, messageId, emoji: "👍", op: "add" });
  expect(both.reactions).toEqual([{ emoji: "👍", userIds: [bob.id, alice.id] }]);
  // A heart is a heart, whether or not it asks to be red.
  const hearts = [await reacts(bob, messageId, "\u2764"), await reacts(bob, messageId, "\u2764\ufe0f")];
  expect(hearts[0]).toEqual(hearts[1]);
  expect((await find(alice, messageId))?.reactions).toEqual([
    { emoji: "👍", userIds: [bob.id, alice.id] },
    { emoji: "❤️", userIds: [bob.id] },
  ]);
  await reacts(bob, messageId, "👍", "remove");
  await reacts(bob, messageId, "👍", "remove");
  expect((await find(alice, messageId))?.reactions[0]).toEqual({ emoji: "👍", userIds: [alice.id] });
  expect((await summary(alice)).unreadCount).toBe((await summary(bob)).unreadCount);
  expect(await carol.device.newsSince(mark)).toEqual([]);
});

test.each(["", "a", "👍👍", "1", "<b>", "👍🏽x", "\u200d", "🏠 "])("%j is no emoji", async (emoji) => {
  const messageId = await says(alice, "React to this.");
  expect(await reacts(bob, messageId, emoji)).toEqual(refused("validation_failed"));
});

test.each(["👍🏽", "👨‍👩‍👧‍👦", "🇪🇺", "1️⃣", "❤️‍🔥"])("%s is one", async (emoji) => {
  const messageId = await says(alice, "React to this.");
  expect(await reacts(bob, messageId, emoji)).toMatchObject({ ok: true, data: { reactions: [{ emoji, userIds: [bob.id] }] } });
});

test("at most twenty different emoji stand below one message; one that stands there is open to all", async () => {
  const messageId = await says(alice, "So many feelings.");
  const many = [..."😀😁😂🤣😃😄😅😆😉😊😋😎😍😘🥰😗😙🥲😚🙂"];
  for (const emoji of many) expect(await reacts(bob, messageId, emoji)).toMatchObject({ ok: true });
  expect(await reacts(alice, messageId, "🏠")).toEqual(refused("conflict"));
  expect(await reacts(alice, messageId, "😀")).toMatchObject({ ok: true });
});

test("over HTTP the same, and the same people may", async () => {
  const messageId = await says(alice, "by socket");
  const patched = await alice.http<Message>(at(messageId), { method: "PATCH", body: { content: "by HTTP" } });
  expect(patched).toMatchObject({ status: 200, body: { content: "by HTTP" } });
  expect(await bob.device.hears("message:edited", (news) => news.messageId === messageId)).toEqual(patched.body);
  const liked = await bob.http<Message>(at(messageId, "/reactions"), { method: "POST", body: { emoji: "👍", op: "add" } });
  expect(liked.body.reactions).toEqual([{ emoji: "👍", userIds: [bob.id] }]);
  expectProblem("foreign", await bob.http(at(messageId), { method: "PATCH", body: { content: "x" } }), "forbidden");
  expectProblem("outsider", await carol.http(at(messageId), { method: "DELETE" }), "not_found");
  const gone: HttpAnswer<Message> = await alice.http(at(messageId), { method: "DELETE" });
  expect([gone.status, gone.body.deletedAt !== null]).toEqual([200, true]);
});

test("fifty changes at once are fifty revisions: the last by the server's order stands, and a deletion wins", async () => {
  const messageId = await says(alice, "the first words");
  const before = (await summary(bob)).rev;
  const answers = await Promise.all([
    ...Array.from({ length: 24 }, (_, index) => edits(alice, messageId, `version ${index}`)),
    ...Array.from({ length: 25 }, (_, index) => reacts(bob, messageId, index % 2 ? "🏠" : "👍", index % 3 ? "add" : "remove")),
    deletes(alice, messageId),
  ]);
  const done = answers.filter((answer): answer is { ok: true; data: EventOutput<"message:edit"> } => answer.ok);
  expect(answers.filter((answer) => !answer.ok && answer.error.code !== "conflict")).toEqual([]);
  const revs = new Set(done.map(({ data }) => data.rev).filter((rev) => rev > before));
  expect((await summary(bob)).rev).toBe(before + revs.size);
  expect(await find(bob, messageId)).toMatchObject({ content: "", reactions: [] });
  expect((await find(bob, messageId))?.deletedAt).not.toBeNull();
});

test("between two of whom one blocks the other nothing is edited nor reacted to; one's own words can be taken back", async () => {
  const { dora, erik } = await gather(baseUrl, "dora", "erik");
  const theirs = await dora.opens(erik);
  const messageId = v7();
  await dora.says(theirs, "hello", { messageId });
  await erik.device.does("block:user", { userId: dora.id });
  const input = { conversationId: theirs, messageId };
  expect(await dora.device.ask("message:edit", { ...input, content: "you there?" })).toEqual(refused("blocked"));
  expect(await erik.device.ask("message:react", { ...input, emoji: "👎", op: "add" })).toEqual(refused("blocked"));
  expect(await dora.device.ask("message:delete", input)).toMatchObject({ ok: true });
  disconnectAll(dora, erik);
});

test("who joined later sees and hears nothing of what was said before, however it changes", async () => {
  const house = await createHouseChat(databaseUrl, [alice, bob, carol]);
  const devices = [await alice.connects(), await carol.connects()] as const;
  const messageId = v7();
  await devices[0].does("message:send", { conversationId: house, messageId, content: "before carol came" });
  await execute(
    databaseUrl,
    `update participants set joined_seq = 1 where conversation_id = '${house}' and user_id = '${carol.id}'`,
  );
  const mark = devices[1].mark();
  const input = { conversationId: house, messageId };
  await devices[0].does("message:edit", { ...input, content: "still before carol came" });
  await devices[0].does("message:react", { ...input, emoji: "👍", op: "add" });
  expect(await devices[1].ask("message:react", { ...input, emoji: "👍", op: "add" })).toEqual(refused("not_found"));
  expectProblem("versions", await carol.http(`/api/conversations/${house}/messages/${messageId}/versions`), "not_found");
  expectProblem("receipts", await carol.http(`/api/conversations/${house}/messages/${messageId}/receipts`), "not_found");
  expect((await devices[1].newsSince(mark)).filter(({ event }) => event.startsWith("message:"))).toEqual([]);
  for (const device of devices) device.leaves();
});

test("who got a message and who read it, and when", async () => {
  const house = await createHouseChat(databaseUrl, [alice, bob, carol]);
  const [sender, reader] = [await alice.connects(), await bob.connects()];
  const messageId = v4();
  const { seq } = await sender.does("message:send", { conversationId: house, messageId, content: "Who is in tonight?" });
  await reader.does("message:read", { conversationId: house, seq });
  const { body } = await alice.http<MessageReceipts>(`/api/conversations/${house}/messages/${messageId}/receipts`);
  const bobs = body.receipts.find(({ userId }) => userId === bob.id);
  expect(bobs).toMatchObject({ name: "bob", deliveredAt: expect.any(String), readAt: expect.any(String) });
  expect(body.receipts.find(({ userId }) => userId === carol.id)).toMatchObject({ deliveredAt: null, readAt: null });
  expect(body.receipts.map(({ userId }) => userId)).not.toContain(alice.id);
  sender.leaves();
  reader.leaves();
});

test("a report holds what was said before it was edited and deleted", async () => {
  const messageId = await says(bob, "The first words, which were worse.");
  await bob.device.does("message:edit", { conversationId: together, messageId, content: "Quite harmless words." });
  await bob.device.does("message:delete", { conversationId: together, messageId });
  const filed = await alice.http("/api/reports", {
    method: "POST",
    body: { conversationId: together, userId: bob.id, messageId, reason: "other" },
  });
  expect(filed.status).toBe(201);
  const [row] = await execute(databaseUrl, `select evidence from reports where message_id = '${messageId}'`);
  const lines: { messageId: string; content: string; earlier?: { content: string }[] }[] = row?.evidence ?? [];
  const line = lines.find((one) => one.messageId === messageId);
  expect([line?.content, ...(line?.earlier ?? []).map(({ content }) => content)]).toEqual([
    "",
    "The first words, which were worse.",
    "Quite harmless words.",
  ]);
});

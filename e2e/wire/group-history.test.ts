import { v4, v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { MessageSearchPage } from "#lib/contract/message-search.ts";
import type { Message, MessagePage, MessageReceipts } from "#lib/contract/messages.ts";
import type { Transcript } from "#lib/contract/transcript.ts";
import { acquaint, groupsOf } from "../harness/groups.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { execute } from "../harness/sql.ts";
import { filesAt } from "../harness/uploads.ts";

/** A group whose new members see what was said before, if its admins say so: who sees what then, by every way there is. */

const baseUrl = inject("baseUrl");
const files = filesAt(baseUrl);
let alice: Person;
let bob: Person;
let carol: Person;
let dave: Person;
let stranger: Person;

beforeAll(async () => {
  ({ alice, bob, carol, dave, stranger } = await gather(baseUrl, "alice", "bob", "carol", "dave", "stranger"));
  await acquaint(alice, bob, carol, dave);
});
afterAll(() => disconnectAll(alice, bob, carol, dave, stranger));

const isOf =
  (id: string) =>
  ({ conversationId }: { conversationId: string }) =>
    conversationId === id;
const house = async (...others: Person[]): Promise<string> => (await groupsOf(alice).makes("Rook House", others)).body.id;
const page = async (person: Person, id: string, query = ""): Promise<Message[]> =>
  (await person.http<MessagePage>(`/api/conversations/${id}/messages?limit=100${query}`)).body.messages;
/** What a message says: its words, or which step it tells of. */
const wordsOf = ({ content, system }: Message): string => (system?.type === "group" ? system.event : content);
const reads = async (person: Person, id: string, query = ""): Promise<string[]> => (await page(person, id, query)).map(wordsOf);
/** What a sync brings of it, from `rev` on or to a device that does not know of it. */
const syncs = async ({ device }: Person, id: string, rev?: number): Promise<string[]> => {
  const { changes } = await device.does("session:sync", { cursors: rev === undefined ? {} : { [id]: rev } });
  return changes.flatMap(({ conversation, messages }) => (conversation.id === id ? messages.map(wordsOf) : []));
};
const finds = async (person: Person, q: string): Promise<string[]> => {
  const { body } = await person.http<MessageSearchPage>(`/api/search?q=${q}`);
  return body.hits.map(({ messageId }) => messageId);
};
const saves = async (person: Person, id: string): Promise<Transcript> =>
  (await person.http<Transcript>(`/api/conversations/${id}/export?format=json`)).body;
const passesOn = (person: Person, conversationId: string, fileId: string) =>
  person.http("/api/attachments/copies", { method: "POST", body: { conversationId, attachmentIds: [fileId] } });
const reports = (person: Person, conversationId: string, messageId: string) =>
  person.http("/api/reports", { method: "POST", body: { conversationId, messageId, userId: bob.id, reason: "spam" } });

/** Alice and bob have talked, with a file, before carol came; then the group's history was opened, and dave came. */
const openHouse = async () => {
  const id = await house(bob);
  const word = `w${v4().replaceAll("-", "")}`;
  const { id: fileId } = await files.uploads(bob, id, "rules.txt", Buffer.from("No shoes."));
  const said = await bob.says(id, `The rules of ${word}`, { kind: "file", attachmentIds: [fileId] });
  await groupsOf(alice).adds(id, carol);
  await alice.says(id, "Hello carol");
  await groupsOf(alice).opensHistory(id);
  const marks = { stranger: stranger.device.mark(), dave: dave.device.mark() };
  const added = await groupsOf(alice).adds(id, dave);
  await alice.says(id, "Hello dave");
  return { id, word, fileId, said, marks, added };
};
const since = (word: string) => [
  "created",
  `The rules of ${word}`,
  "added",
  "Hello carol",
  "history_opened",
  "added",
  "Hello dave",
];

test("its admins open and close it, for whoever comes from then on; everybody hears it once, in a line and in their view", async () => {
  const id = await house(bob);
  await groupsOf(alice).adds(id, carol);
  const mine = await groupsOf(alice).sees(id);
  expect(mine).not.toHaveProperty("openHistory");
  expectProblem("PATCH /api/conversations/{id}", await groupsOf(bob).opensHistory(id), "forbidden");
  expectProblem("PATCH /api/conversations/{id}", await groupsOf(stranger).opensHistory(id), "not_found");
  const direct = await alice.opens(bob);
  expect((await groupsOf(alice).opensHistory(direct)).body).toMatchObject({ code: "conflict" });
  for (const more of [{ title: "The Nest" }, { pinned: true }]) {
    const both = await alice.http(`/api/conversations/${id}`, { method: "PATCH", body: { openHistory: true, ...more } });
    expectProblem("PATCH /api/conversations/{id}", both, "validation_failed");
  }

  const phone = await bob.connects();
  const quiet = stranger.device.mark();
  const { body } = await groupsOf(alice).opensHistory(id);
  expect(body).toMatchObject({ openHistory: true, rev: mine.rev + 1, unreadCount: 0 });
  for (const device of [alice.device, bob.device, phone, carol.device]) {
    const seen = await device.hears("conversation:updated", (one) => one.id === id && one.openHistory === true);
    expect(seen).toMatchObject({ rev: mine.rev + 1, unreadCount: 0, lastMessage: { system: { event: "history_opened" } } });
    expect(await device.hears("message:received", (message) => isOf(id)(message) && message.rev === body.rev)).toMatchObject({
      senderName: "alice",
      system: { type: "group", event: "history_opened", people: [], title: null },
    });
  }
  // What stands already is no step; and to carol, who came before, it gives nothing.
  const mark = phone.mark();
  expect((await groupsOf(alice).opensHistory(id)).body.rev).toBe(body.rev);
  expect((await phone.newsSince(mark)).filter(({ event }) => !/^unread_count:/.test(event))).toEqual([]);
  expect(await reads(carol, id)).toEqual(["added", "history_opened"]);
  expect(await groupsOf(carol).sees(id)).toMatchObject({ openHistory: true, unreadCount: 0 });

  expect((await groupsOf(alice).opensHistory(id, false)).body).not.toHaveProperty("openHistory");
  const closed = await phone.hears("conversation:updated", (one) => one.id === id && one.rev === body.rev + 1);
  expect(closed).not.toHaveProperty("openHistory");
  await groupsOf(alice).adds(id, dave);
  expect(await reads(dave, id)).toEqual(["added"]);
  expect(await stranger.device.newsSince(quiet)).toEqual([]);
  phone.leaves();
});

test("who is added while it is open sees all that was said and has none of it to read; who came before sees no more than before", async () => {
  const { id, word, fileId, said, marks, added } = await openHouse();
  expect(added.status).toBe(200);
  const created = await dave.device.hears("conversation:created", (one) => one.id === id);
  expect(created).toMatchObject({ openHistory: true, unreadCount: 0, lastSeq: said.seq + 4 });

  // In history by each of its questions, in a sync, in search, in the transcript and as a file.
  expect(await reads(dave, id)).toEqual(since(word));
  expect(await reads(dave, id, `&around=${said.seq}`)).toEqual(since(word));
  expect(await reads(dave, id, "&before=3")).toEqual(since(word).slice(0, 2));
  expect(await reads(dave, id, `&to=${encodeURIComponent(created.updatedAt)}`)).toContain(`The rules of ${word}`);
  expect(await syncs(dave, id)).toEqual(since(word));
  expect(await syncs(dave, id, 0)).toEqual(since(word));
  expect(await finds(dave, word)).toEqual([said.messageId]);
  expect((await saves(dave, id)).head).toMatchObject({ fromSeq: 1, toSeq: 7 });
  expect((await files.reads(dave, fileId)).bytes.toString()).toBe("No shoes.");

  // Nobody's count moves by what was there before.
  await dave.device.hears("unread_count:updated", (news) => isOf(id)(news) && news.unreadCount === 1);
  expect(await groupsOf(dave).sees(id)).toMatchObject({ unreadCount: 1 });
  const first = (await dave.device.newsSince(marks.dave)).flatMap(({ event, payload }) =>
    event === "message:received" ? [wordsOf(payload as Message)] : [],
  );
  expect(first).toEqual(["added", "Hello dave"]);

  // Carol, who came while it was shut, and the stranger: nothing of it by any of these ways.
  const visible = since(word).slice(2);
  expect(await reads(carol, id)).toEqual(visible);
  expect(await reads(carol, id, `&around=${said.seq}`)).toEqual(visible);
  expect(await reads(carol, id, "&before=3")).toEqual([]);
  expect(await syncs(carol, id, 0)).toEqual(visible);
  expect(await finds(carol, word)).toEqual([]);
  expect((await saves(carol, id)).head).toMatchObject({ fromSeq: 3 });
  for (const person of [carol, stranger]) expect((await files.reads(person, fileId)).status).toBe(404);
  expect(await stranger.device.newsSince(marks.stranger)).toEqual([]);
});

test("who sees it can answer it, put an emoji below it, pass it on and report it, hears what becomes of it, and is not among those who were to read it", async () => {
  const { id, word, fileId, said, marks } = await openHouse();
  const at = { conversationId: id, messageId: said.messageId };
  const receipts = async () =>
    (await bob.http<MessageReceipts>(`/api/conversations/${id}/messages/${said.messageId}/receipts`)).body.receipts.map(
      ({ name }) => name,
    );
  expect(await receipts()).toEqual(["alice"]);
  const newest = (await page(dave, id)).at(-1);
  await dave.device.does("message:read", { conversationId: id, seq: newest?.seq ?? 0 });
  expect(await receipts()).toEqual(["alice"]);
  const late = `/api/conversations/${id}/messages/${newest?.messageId}/receipts`;
  expect((await alice.http<MessageReceipts>(late)).body.receipts).toMatchObject([
    { name: "bob", readAt: null },
    { name: "carol", readAt: null },
    { name: "dave", readAt: expect.any(String) },
  ]);

  const unseen = carol.device.mark();
  await dave.device.does("message:react", { ...at, emoji: "👍", op: "add" });
  await bob.device.does("message:edit", { ...at, content: `The new rules of ${word}`, mentions: [dave.id] });
  await dave.device.hears("message:edited", ({ content }) => content === `The new rules of ${word}`);
  const forbidden = { conversationId: id, messageId: v7(), content: "Which?", replyToId: said.messageId };
  expect(await carol.device.ask("message:send", forbidden)).toMatchObject({ error: { code: "validation_failed" } });
  expect(await carol.device.ask("message:react", { ...at, emoji: "👍", op: "add" })).toMatchObject({
    error: { code: "not_found" },
  });
  expect(await bob.device.ask("message:edit", { ...at, content: "Carol too", mentions: [carol.id] })).toMatchObject({
    error: { code: "validation_failed" },
  });
  await dave.says(id, "Which?", { replyToId: said.messageId });
  const answer = await carol.device.hears("message:received", ({ content }) => content === "Which?");
  expect(answer.replyTo?.excerpt).toBe(`The new rules of ${word}`);
  const news = (await carol.device.newsSince(unseen)).filter(({ event }) => /^message:(edited|reaction)$/.test(event));
  expect(news).toEqual([]);

  const [fromDave, fromCarol] = [await dave.opens(alice), await carol.opens(alice)];
  expect((await passesOn(dave, fromDave, fileId)).status).toBe(201);
  expect((await passesOn(carol, fromCarol, fileId)).status).toBe(404);
  expect((await reports(dave, id, said.messageId)).status).toBe(201);
  expect((await reports(carol, id, said.messageId)).status).toBe(404);
  expect(await stranger.device.newsSince(marks.stranger)).toEqual([]);
});

test("what one sees stays when it is closed, and ends with the membership; who comes back sees what is decided then", async () => {
  const { id, word } = await openHouse();
  const { rev } = await groupsOf(bob).sees(id);
  await groupsOf(bob).leaves(id);
  await alice.says(id, "While bob was out");
  await groupsOf(alice).adds(id, bob);
  const all = [...since(word), "left", "While bob was out", "added"];
  expect(await reads(bob, id)).toEqual(all);
  expect(await groupsOf(bob).sees(id)).toMatchObject({ unreadCount: 0 });
  // A device that missed both drops what it holds, and takes all that there is.
  const tablet = await bob.connects({ cursors: { [id]: rev } });
  const about = (await tablet.hears("session:ready")).changes.filter(({ conversation }) => conversation.id === id);
  expect(about.map(({ conversation }) => conversation.membership)).toEqual(["left", "active"]);
  expect(about[0]?.conversation).not.toHaveProperty("openHistory");
  expect(about[1]?.messages.map(wordsOf)).toEqual(all);

  await groupsOf(alice).opensHistory(id, false);
  for (const person of [bob, dave]) expect(await reads(person, id)).toEqual([...all, "history_closed"]);
  await groupsOf(alice).removes(id, dave);
  expectProblem("GET /api/conversations/{id}", await dave.http(`/api/conversations/${id}/messages`), "not_found");
  await groupsOf(alice).adds(id, dave);
  expect(await reads(dave, id)).toEqual(["added"]);
  expect(await finds(dave, word)).toEqual([]);

  // So too where a version from before this takes bob out and adds him again: it knows nothing of what he saw.
  const set = (what: string) =>
    execute(inject("databaseUrl"), `update participants set ${what} where conversation_id = $1 and user_id = $2`, [id, bob.id]);
  const { lastSeq } = await groupsOf(alice).sees(id);
  await set(`left_seq = ${lastSeq}`);
  await set(`left_seq = null, joined_seq = ${lastSeq}`);
  expect(await reads(bob, id)).toEqual([]);
  tablet.leaves();
});

test("whoever is added while somebody turns it sees what their line says: all, if it was opened before they came", async () => {
  const id = await house(bob);
  await groupsOf(alice).makesAdmin(id, bob);
  const seen = new Set<boolean>();
  for (let round = 0; round < 8; round += 1) {
    const turning = () => groupsOf(alice).opensHistory(id, round % 2 === 0);
    const adding = () => groupsOf(bob).adds(id, dave);
    const both = round % 4 < 2 ? [turning(), adding()] : [adding(), turning()];
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
    const told = (await page(alice, id)).map(wordsOf);
    const turns = told.slice(0, told.lastIndexOf("added")).filter((words) => words.startsWith("history_"));
    const isOpen = turns.at(-1) === "history_opened";
    seen.add(isOpen);
    expect([round, (await page(dave, id))[0]?.seq === 1]).toEqual([round, isOpen]);
    await groupsOf(alice).removes(id, dave);
  }
  expect(seen).toEqual(new Set([true, false]));
});

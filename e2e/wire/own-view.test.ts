import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ConversationPage, ConversationSummary } from "#lib/contract/conversations.ts";
import { createPerson, disconnectAll, gather, type Person } from "../harness/person.ts";

/** What a person does with their own view of conversations: marked as unread, pinned, archived. Nobody else sees any of it. */

const baseUrl = inject("baseUrl");
let alice: Person;
let bob: Person;
let id: string;

beforeAll(async () => {
  ({ alice, bob } = await gather(baseUrl, "alice", "bob"));
  id = await alice.opens(bob);
});
afterAll(() => disconnectAll(alice, bob));

type View = Partial<Pick<ConversationSummary, "pinned" | "archived" | "markedUnread">>;
const views = async (person: Person, view: View, conversationId = id) =>
  (await person.http<ConversationSummary>(`/api/conversations/${conversationId}`, { method: "PATCH", body: view })).body;
const summary = async (person: Person) => (await person.http<ConversationSummary>(`/api/conversations/${id}`)).body;
const list = async (person: Person, query = "") => (await person.http<ConversationPage>(`/api/conversations${query}`)).body;
const idsOf = ({ items }: ConversationPage) => items.map((item) => item.id);

test("marked as unread on every device of one's own, told to nobody, and taken away by reading, whether or not there is news", async () => {
  const phone = await alice.connects();
  const bobMark = bob.device.mark();
  const { seq } = await alice.says(id, "hello");
  await bob.device.hears("message:received", (news) => news.seq === seq);
  expect(await views(alice, { markedUnread: true })).toMatchObject({ markedUnread: true, unreadCount: 0 });
  expect(await phone.hears("conversation:updated", (news) => news.markedUnread)).toEqual(await summary(alice));
  expect(await list(alice, "?filter=unread")).toMatchObject({ items: [{ id, markedUnread: true }], totalUnread: 0 });
  const { changes } = await phone.does("session:sync", { cursors: { [id]: 0 } });
  expect(changes.map(({ conversation }) => conversation.markedUnread)).toEqual([true]);

  const mark = phone.mark();
  await alice.device.does("message:read", { conversationId: id, seq });
  await phone.hears("conversation:updated", (news) => !news.markedUnread);
  await alice.device.does("message:read", { conversationId: id, seq });
  expect((await phone.newsSince(mark)).map(({ event }) => event)).toEqual(["conversation:updated"]);
  expect(idsOf(await list(alice, "?filter=unread"))).toEqual([]);
  const heard = await bob.device.newsSince(bobMark);
  expect(heard.filter(({ event }) => event === "conversation:updated")).toEqual([]);
  expect((await summary(bob)).markedUnread).toBe(false);
  phone.leaves();
});

test("who missed that it was marked learns it from a check", async () => {
  const holds = async () => (await alice.device.does("session:check", { conversationIds: [id] })).fingerprint;
  const before = await holds();
  await views(alice, { markedUnread: true });
  expect(await holds()).not.toBe(before);
  await views(alice, { markedUnread: false });
  expect(await holds()).toBe(before);
});

test("what is pinned stands above what is newer, over all pages, and falls back into its place", async () => {
  const others = await Promise.all(["dora", "emil", "finn"].map((name) => createPerson(baseUrl, name)));
  const opened: string[] = [];
  for (const other of others) opened.unshift(await alice.opens(other));
  const [finn = "", emil = "", dora = ""] = opened;
  await views(alice, { pinned: true }, dora);
  await views(alice, { pinned: true }, id);
  const order = idsOf(await list(alice));
  expect(order).toEqual([dora, id, finn, emil]);
  const paged: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: ConversationPage = await list(alice, `?limit=1${cursor && `&cursor=${cursor}`}`);
    paged.push(...idsOf(page));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(order);
  expect(idsOf(await list(bob))).toEqual([id]);
  await views(alice, { pinned: false }, dora);
  expect(idsOf(await list(alice))).toEqual([id, finn, emil, dora]);
  disconnectAll(...others);
});

test("a new message brings back what is archived, on every device and for who wrote it too, unless it is muted", async () => {
  const phone = await alice.connects();
  await views(alice, { archived: true });
  await bob.says(id, "are you there?");
  const back = await phone.hears("conversation:updated", (news) => news.id === id && !news.archived && news.unreadCount > 0);
  expect(back).toEqual(await summary(alice));
  expect(idsOf(await list(alice))).toContain(id);

  await alice.device.does("mute:conversation", { conversationId: id });
  await views(alice, { archived: true });
  await views(bob, { archived: true });
  const mark = phone.mark();
  await bob.says(id, "still there?");
  await bob.device.hears("conversation:updated", (news) => news.id === id && !news.archived);
  expect((await phone.newsSince(mark)).map(({ event }) => event)).not.toContain("conversation:updated");
  expect((await summary(alice)).archived).toBe(true);
  await alice.device.does("unmute:conversation", { conversationId: id });
  expect((await summary(alice)).archived).toBe(true);
  phone.leaves();
});

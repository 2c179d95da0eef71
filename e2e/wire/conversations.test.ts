import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ConversationPage, ConversationSummary } from "#lib/contract/conversations.ts";
import type { MessagePage } from "#lib/contract/messages.ts";
import { createPerson, disconnectAll, gather, type Person, request } from "../harness/person.ts";

const baseUrl = inject("baseUrl");
let alice: Person;
let bob: Person;
let carol: Person;

beforeAll(async () => {
  ({ alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol"));
});
afterAll(() => disconnectAll(alice, bob, carol));

const open = (person: Person, body: object) => person.http<ConversationSummary>("/api/conversations", { method: "POST", body });
const list = async (person: Person, query = "") => (await person.http<ConversationPage>(`/api/conversations${query}`)).body;
const page = async (person: Person, id: string, query: string) =>
  (await person.http<MessagePage>(`/api/conversations/${id}/messages${query}`)).body;
const seqs = ({ messages }: MessagePage) => messages.map(({ seq }) => seq);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test("however many ask at once, a pair has one conversation, and both hear of it once", async () => {
  const answers = await Promise.all([
    ...range(1, 10).map(() => open(alice, { userId: bob.id })),
    ...range(1, 10).map(() => open(bob, { userId: alice.id })),
  ]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
  for (const { device } of [alice, bob]) {
    await device.hears("conversation:created");
    await device.newsSince(0);
    expect(device.heard("conversation:created", () => true)).toHaveLength(1);
  }
  expect(carol.device.heard("conversation:created", () => true)).toEqual([]);
});

test("whoever is connected hears a new conversation without connecting again", async () => {
  const id = await alice.opens(carol);
  await carol.says(id, "I hear you");
  expect(await alice.device.hears("message:received", ({ conversationId }) => conversationId === id)).toMatchObject({
    content: "I hear you",
  });
});

test.each([
  ["with oneself", () => ({ userId: alice.id }), 400],
  ["with nobody", () => ({ userId: v7() }), 404],
  ["about no listing", () => ({ userId: bob.id, listingId: v7() }), 404],
  ["in somebody's name", () => ({ userId: bob.id, senderId: carol.id }), 400],
] as const)("a conversation %s is refused", async (_, body, status) => {
  expect((await open(alice, body())).status).toBe(status);
});

test("the list is newest activity first, page by page without a gap or a repeat", async () => {
  const dora = await createPerson(baseUrl, "dora");
  const others = await Promise.all(range(1, 7).map((number) => createPerson(baseUrl, `friend ${number}`)));
  const ids: string[] = [];
  for (const other of others) ids.push(await dora.opens(other));
  for (const index of [2, 5, 0]) await dora.says(ids[index] ?? "", "hello");
  const collected: string[] = [];
  let cursor: string | null = null;
  do {
    const next: ConversationPage = await list(dora, `?limit=2${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`);
    collected.push(...next.items.map(({ id }) => id));
    cursor = next.nextCursor;
  } while (cursor !== null);
  expect(collected).toHaveLength(7);
  expect(collected.slice(0, 3)).toEqual([ids[0], ids[5], ids[2]]);
  expect(new Set(collected)).toEqual(new Set(ids));
  disconnectAll(dora, ...others);
});

test("archived ones leave the list for their own place, and only for the one who did it", async () => {
  const id = await alice.opens(bob);
  const phone = await alice.connects();
  const patched = await alice.http<ConversationSummary>(`/api/conversations/${id}`, {
    method: "PATCH",
    body: { archived: true },
  });
  expect(patched.body).toMatchObject({ id, archived: true });
  expect(await phone.hears("conversation:updated", (news) => news.id === id)).toMatchObject({ archived: true });
  expect((await list(alice)).items.map((item) => item.id)).not.toContain(id);
  expect((await list(alice, "?filter=archived")).items.map((item) => item.id)).toEqual([id]);
  expect((await list(bob)).items.map((item) => item.id)).toContain(id);
  await alice.http(`/api/conversations/${id}`, { method: "PATCH", body: { archived: false, pinned: true } });
  expect((await list(alice)).items.find((item) => item.id === id)).toMatchObject({ archived: false, pinned: true });
  expect((await list(bob)).items.find((item) => item.id === id)).toMatchObject({ pinned: false });
  phone.leaves();
});

test("what one types in the search is text: a name finds, a pattern does not", async () => {
  const erin = await createPerson(baseUrl, "erin");
  const percy = await createPerson(baseUrl, "Percy 100%_sure");
  const other = await createPerson(baseUrl, "Somebody Else");
  const found = await erin.opens(percy);
  await erin.opens(other);
  expect((await list(erin, "?q=percy")).items.map(({ id }) => id)).toEqual([found]);
  expect((await list(erin, `?q=${encodeURIComponent("100%_s")}`)).items.map(({ id }) => id)).toEqual([found]);
  expect((await list(erin, `?q=${encodeURIComponent("S%E")}`)).items).toEqual([]);
  expect((await list(erin, "?q=erin")).items).toEqual([]);
  disconnectAll(erin, percy, other);
});

test("history goes back, forth, around and by date", async () => {
  const { gina, hal } = await gather(baseUrl, "gina", "hal");
  const id = await gina.opens(hal);
  for (const number of range(1, 25)) await gina.says(id, `message ${number}`);
  const newest = await page(hal, id, "?limit=10");
  expect([seqs(newest), newest.hasMore, newest.nextCursor]).toEqual([range(16, 25), true, 16]);
  const older = await page(hal, id, "?limit=10&before=16");
  expect([seqs(older), older.hasMore, older.nextCursor]).toEqual([range(6, 15), true, 6]);
  const oldest = await page(hal, id, "?limit=10&before=6");
  expect([seqs(oldest), oldest.hasMore, oldest.nextCursor]).toEqual([range(1, 5), false, null]);
  const after = await page(hal, id, "?limit=10&after=12");
  expect([seqs(after), after.hasMore, after.nextCursor]).toEqual([range(13, 22), true, 22]);
  expect(seqs(await page(hal, id, "?limit=10&after=22"))).toEqual(range(23, 25));
  expect(seqs(await page(hal, id, "?limit=6&around=10"))).toEqual(range(7, 12));
  expect(seqs(await page(hal, id, "?limit=6&around=2"))).toEqual(range(1, 6));
  expect(seqs(await page(hal, id, "?limit=1&around=10"))).toEqual([10]);
  const tenth = older.messages.find(({ seq }) => seq === 10)?.createdAt ?? "";
  const since = await page(hal, id, `?limit=100&from=${tenth}`);
  expect(seqs(since)).toEqual(range(since.messages[0]?.seq ?? 0, 25));
  expect(since.messages.every(({ createdAt }) => createdAt >= tenth)).toBe(true);
  expect((await page(hal, id, `?limit=100&to=${tenth}`)).messages.every(({ createdAt }) => createdAt < tenth)).toBe(true);
  disconnectAll(gina, hal);
});

test("what is long comes packed to those who can unpack it, and reads the same", async () => {
  const { body } = await open(alice, { kind: "group", title: "Packed", userIds: [bob.id] });
  await Promise.all(range(1, 5).map((n) => alice.says(body.id, `${n}: is the room still free? `.repeat(20))));
  const asked = (encoding: string, { tokens }: Person, query = "") =>
    request<MessagePage>(`${baseUrl}/api/conversations/${body.id}/messages${query}`, {
      token: tokens.accessToken,
      headers: { "accept-encoding": encoding },
    });
  const [packed, older, plain, short] = await Promise.all([
    asked("br", bob),
    asked("gzip", bob),
    asked("identity", bob),
    asked("br", bob, "?limit=1&before=1"),
  ]);
  const codings = [packed, older, plain, short].map(({ headers }) => headers.get("content-encoding"));
  expect(codings).toEqual(["br", "gzip", null, null]);
  expect(plain.body.messages).toHaveLength(6);
  expect([packed.body, older.body]).toEqual([plain.body, plain.body]);
  expect((await asked("br", carol)).headers.get("content-encoding")).toBeNull();
});

test("an empty conversation has an empty history", async () => {
  const { ivy, jon } = await gather(baseUrl, "ivy", "jon");
  expect(await page(jon, await ivy.opens(jon), "")).toEqual({ messages: [], hasMore: false, nextCursor: null });
  disconnectAll(ivy, jon);
});

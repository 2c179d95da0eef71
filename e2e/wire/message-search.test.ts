import { v4, v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { MessageSearchPage } from "#lib/contract/message-search.ts";
import { groupsOf } from "../harness/groups.ts";
import { createHouseChat } from "../harness/house-chat.ts";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { execute } from "../harness/sql.ts";

/** Messages that are looked for: what is found, at once and by whom, and what is not. */

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

type Query = Record<string, string>;
const looksFor = (person: Person, query: Query) =>
  person.http<MessageSearchPage & { code?: string }>(`/api/search?${new URLSearchParams(query)}`);
const finds = async (person: Person, q: string, more: Query = {}): Promise<string[]> =>
  (await looksFor(person, { q, ...more })).body.hits.map(({ messageId }) => messageId);
const says = async (content: string, conversationId = together, person = alice): Promise<string> => {
  const messageId = v7();
  await person.says(conversationId, content, { messageId });
  return messageId;
};
/** A word that nobody else says, nor one much like it. */
const newWord = (): string => `w${v4().replaceAll("-", "")}`;

test("what alice says is found at once by her and by bob, also begun, bent and mistyped; carol finds nothing", async () => {
  const word = newWord();
  const messageId = await says(`The heating of ${word} is noisy; Müller wohnt in der Goethestraße.`);
  for (const q of [
    word,
    word.slice(0, 20),
    word.toUpperCase(),
    `${word} heat`,
    `noisy ${word}`,
    `${word} muller goethestrasse`,
  ]) {
    expect([q, await finds(alice, q)]).toEqual([q, [messageId]]);
    expect([q, await finds(bob, q)]).toEqual([q, [messageId]]);
    expect([q, await finds(carol, q)]).toEqual([q, []]);
  }
  expect(await finds(bob, `${word} heated`)).toEqual([messageId]);
  expect(await finds(bob, `${word} kitchen`)).not.toContain(messageId);
  const { body } = await looksFor(bob, { q: `${word.slice(0, -2)}zz` });
  expect([body.hits[0]?.messageId, body.nearest]).toEqual([messageId, [word]]);
  expect((await looksFor(carol, { q: `${word.slice(0, -2)}zz` })).body).toEqual({ hits: [], nextCursor: null, nearest: [] });
});

test("a hit says what its conversation is called to who asks: the other's name, or a group's title", async () => {
  const word = newWord();
  await alice.opens(carol);
  await says(`${word} to bob`);
  const { body: group } = await groupsOf(alice).makes("Rook House", [bob, carol]);
  await says(`${word} to all`, group.id);
  const called = async (person: Person) =>
    (await looksFor(person, { q: word })).body.hits.map(({ conversationName }) => conversationName);
  expect(await called(alice)).toEqual(["Rook House", "bob"]);
  expect(await called(bob)).toEqual(["Rook House", "alice"]);
  expect(await called(carol)).toEqual(["Rook House"]);
});

test("an edit moves a message to its new words, a deletion takes it from all of them", async () => {
  const [first, second] = [newWord(), newWord()];
  const messageId = await says(`${first} is free`);
  await alice.device.does("message:edit", { conversationId: together, messageId, content: `${second} is free` });
  expect([await finds(bob, first, { conversationId: together }), await finds(bob, second)]).toEqual([[], [messageId]]);
  await alice.device.does("message:delete", { conversationId: together, messageId });
  const { body } = await looksFor(bob, { q: second });
  expect(JSON.stringify(body)).not.toContain(messageId);
  expect(body.nearest).not.toContain(second);
});

test("languages without spaces are found wherever the words stand, and only where they stand together", async () => {
  const messageId = await says("房间的押金多少钱？");
  const apart = await says("押一付三，金额不退");
  expect(await finds(bob, "押金")).toEqual([messageId]);
  expect(await finds(bob, "金多少")).toEqual([messageId]);
  expect(await finds(bob, "金")).toEqual([apart, messageId]);
  const { body } = await looksFor(bob, { q: "押金" });
  expect(body.hits[0]?.excerpt).toEqual([
    { text: "房间的", isHit: false },
    { text: "押金", isHit: true },
    { text: "多少钱？", isHit: false },
  ]);
});

test("who joined later finds what came since, who has left finds nothing", async () => {
  const house = await createHouseChat(databaseUrl, [alice, bob, carol]);
  const word = newWord();
  const early = await says(`${word} one`, house);
  const late = await says(`${word} two`, house);
  expect(await finds(carol, word)).toEqual([late, early]);
  const set = (what: string) =>
    execute(databaseUrl, `update participants set ${what} where conversation_id = $1 and user_id = $2`, [house, carol.id]);
  await set("joined_seq = 1, delivered_seq = 1, read_seq = 1");
  expect(await finds(carol, word)).toEqual([late]);
  await set("left_seq = 2");
  expect(await finds(carol, word)).toEqual([]);
  expect(await finds(bob, word)).toEqual([late, early]);
});

test("the very words come first, the newest first among them, over every page once", async () => {
  const word = newWord();
  const exact = [await says(`${word} a`), await says(`b ${word}`), await says(`${word} c`)];
  const begun = [await says(`${word}s d`), await says(`${word}s e`)];
  const wanted = [...exact.toReversed(), ...begun.toReversed()];
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { body }: { body: MessageSearchPage } = await looksFor(bob, { q: word, limit: "2", ...(cursor ? { cursor } : {}) });
    seen.push(...body.hits.map(({ messageId }) => messageId));
    cursor = body.nextCursor;
  }
  expect(seen).toEqual(wanted);
});

test("a search can be of one conversation, one person, one time", async () => {
  const word = newWord();
  const other = await alice.opens(carol);
  const here = await says(word);
  const there = await says(word, other);
  const answer = await says(`${word} too`, together, bob);
  expect(await finds(alice, word)).toEqual([answer, there, here]);
  expect(await finds(alice, word, { conversationId: together })).toEqual([answer, here]);
  expect(await finds(alice, word, { senderId: alice.id })).toEqual([there, here]);
  expect(await finds(alice, word, { to: "2020-01-01T00:00:00Z" })).toEqual([]);
  expect(await finds(alice, word, { from: "2020-01-01T00:00:00Z", to: "2120-01-01T00:00:00Z" })).toHaveLength(3);
  expect(await finds(alice, word, { from: "2120-01-01T00:00:00Z" })).toEqual([]);
  const foreign = await looksFor(carol, { q: word, conversationId: together });
  const missing = await looksFor(carol, { q: word, conversationId: v7() });
  expectProblem("foreign", foreign, "not_found");
  expect(foreign.body).toEqual(missing.body);
});

test("an excerpt is text as written, whatever it says, and short", async () => {
  const word = newWord();
  await says(`${"long ago ".repeat(60)}<b onclick="x">${word}</b> ${"and later ".repeat(60)}`);
  const { body } = await looksFor(bob, { q: word });
  const parts = body.hits[0]?.excerpt ?? [];
  expect(parts.filter(({ isHit }) => isHit)).toEqual([{ text: word, isHit: true }]);
  const text = parts.map((part) => part.text).join("");
  expect(text).toContain(`<b onclick="x">${word}</b>`);
  expect([text.startsWith("…"), text.endsWith("…"), text.length < 200]).toEqual([true, true, true]);
});

test.each([
  {},
  { q: "" },
  { q: "  " },
  { q: "x".repeat(201) },
  { q: "a\0b" },
  { q: "x", limit: "0" },
  { q: "x", limit: "51" },
  { q: "x", cursor: "x" },
  { q: "x", cursor: Buffer.from('[1,"x"]').toString("base64url") },
  { q: "x", from: "yesterday" },
  { q: "x", senderId: "me" },
])("a search of another form is refused: %o", async (query) => {
  expectProblem("search", await looksFor(alice, query as Query), "validation_failed");
});

test.each(["!!!", "🎉", "' | & :* !", "\\", "'' or true --", "%", "<->", "\u1680:", "x".repeat(200), "a b c d e f g h i j k l"])(
  "signs that mean something elsewhere mean nothing here: %s",
  async (q) => {
    expect((await looksFor(carol, { q })).body).toEqual({ hits: [], nextCursor: null, nearest: [] });
  },
);

/** What a database knows of its tables decides which way it takes: here it knows of nothing else. */
test(
  "the index answers: a rare word among ten thousand messages is not looked for one by one",
  async () => {
    const own = await startOwnServer("message-search");
    const { dora, erik } = await gather(own.baseUrl, "dora", "erik");
    const crowd = await dora.opens(erik);
    await execute(
      own.databaseUrl,
      `insert into messages (conversation_id, seq, id, rev, sender_id, kind, content)
       select $1::uuid, n, gen_random_uuid(), n, $2::uuid, 'text', 'line ' || md5(n::text) from generate_series(1, 10000) n`,
      [crowd, dora.id],
    );
    await execute(own.databaseUrl, "update conversations set last_seq = 10000, rev = 10000 where id = $1", [crowd]);
    await execute(own.databaseUrl, "analyze messages");
    const uses = async (): Promise<number> => {
      const statement = "select idx_scan::int as count from pg_stat_user_indexes where indexrelname = 'messages_search'";
      const [row] = await execute(own.databaseUrl, statement);
      return row?.count ?? 0;
    };
    const before = await uses();
    const [row] = await execute(own.databaseUrl, "select md5('77') as word");
    expect(await finds(erik, row?.word)).toHaveLength(1);
    await expect.poll(uses, { timeout: 10_000 }).toBeGreaterThan(before);
    disconnectAll(dora, erik);
  },
  OWN_SERVER_MS,
);

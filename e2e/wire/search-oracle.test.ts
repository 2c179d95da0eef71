import fc from "fast-check";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { MessageHit, MessageSearchPage } from "#lib/contract/message-search.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";
import { execute } from "../harness/sql.ts";

/** Hundreds of random searches, against what a reader of all messages would find. */

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");

const WORDS = [
  ...["deposit", "kitchen", "viewing", "tuesday", "landlord", "radiator", "balcony"],
  ...["Kaution", "Küche", "Straße", "Dienstag", "Heizung", "möbliert"],
  ...["fianza", "habitación", "mañana", "alquiler", "señora"],
  ...["loyer", "chauffage", "fenêtre", "déménager", "garçon"],
];
const RUNS = ["押金", "房间", "厨房", "星期二", "水电费", "洗濯機", "부엌"];
const SEED = 20_270_201;

type Said = { id: string; conversationId: string; senderId: string; seq: number; content: string; isDeleted: boolean };
let people: Person[];
const said: Said[] = [];
const members = new Map<string, string[]>();

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKC");
const isRun = (word: string): boolean => /^[\p{sc=Han}\p{sc=Hangul}]/u.test(word);

const content = fc
  .array(fc.constantFrom(...WORDS, ...RUNS), { minLength: 2, maxLength: 7 })
  .chain((words) => fc.constantFrom(" ", ", ", " – ", "! ").map((between) => words.join(between)));

beforeAll(async () => {
  const gathered = await gather(baseUrl, "alice", "bob", "carol");
  people = [gathered.alice, gathered.bob, gathered.carol];
  const pairs: [number, number][] = [
    [0, 1],
    [1, 2],
    [0, 2],
  ];
  const contents = fc.sample(content, { numRuns: 300, seed: SEED });
  for (const [index, pair] of pairs.entries()) {
    const [one, other] = pair.map((place) => people[place]) as [Person, Person];
    const conversationId = await one.opens(other);
    members.set(conversationId, [one.id, other.id]);
    for (let seq = 1; seq <= 100; seq += 1) {
      const senderId = (seq % 2 === 0 ? one : other).id;
      said.push({ id: v7(), conversationId, senderId, seq, content: contents[index * 100 + seq - 1] ?? "", isDeleted: false });
    }
    const mine = said.filter((message) => message.conversationId === conversationId);
    const rows = JSON.stringify(
      mine.map(({ id, seq, senderId, content: text }) => ({ id, seq, sender_id: senderId, content: text })),
    );
    await execute(
      databaseUrl,
      `insert into messages (conversation_id, seq, id, rev, sender_id, kind, content)
       select $1::uuid, seq, id, seq, sender_id, 'text', content
       from jsonb_to_recordset($2::text::jsonb) as said (id uuid, seq int, sender_id uuid, content text)`,
      [conversationId, rows],
    );
    await execute(databaseUrl, "update conversations set last_seq = 100, rev = 100 where id = $1", [conversationId]);
  }
  const changes = fc.sample(fc.tuple(fc.nat(said.length - 1), fc.boolean(), content), { numRuns: 60, seed: SEED });
  for (const [index, isDeletion, text] of changes) {
    const message = said[index];
    const writer = people.find(({ id }) => id === message?.senderId);
    if (!message || !writer || message.isDeleted) continue;
    const { conversationId, id: messageId } = message;
    if (isDeletion) await writer.device.does("message:delete", { conversationId, messageId });
    else await writer.device.does("message:edit", { conversationId, messageId, content: text });
    Object.assign(message, isDeletion ? { content: "", isDeleted: true } : { content: text });
  }
});
afterAll(() => disconnectAll(...people));

const begins = (text: string, word: string): boolean =>
  isRun(word)
    ? fold(text).includes(word)
    : fold(text)
        .split(/[^\p{L}\p{N}]+/u)
        .some((other) => other.startsWith(word));
const has = ({ content: text }: Said, words: string[]): boolean => words.every((word) => begins(text, fold(word)));
/** A word of the same stem, or one that is written much like it, begins alike at least. */
const hasLike = ({ content: text }: Said, words: string[]): boolean =>
  words.every((word) => begins(text, [...fold(word)].slice(0, 2).join("")));
const seenBy = ({ id }: Person): Said[] =>
  said.filter((message) => !message.isDeleted && members.get(message.conversationId)?.includes(id));

const all = async (person: Person, q: string): Promise<MessageHit[]> => {
  const hits: MessageHit[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query = new URLSearchParams({ q, limit: "50", ...(cursor ? { cursor } : {}) });
    const { body }: { body: MessageSearchPage } = await person.http<MessageSearchPage>(`/api/search?${query}`);
    hits.push(...body.hits);
    cursor = body.nextCursor;
  }
  return hits;
};

const word = fc.oneof(
  fc.constantFrom(...WORDS, ...RUNS),
  fc.constantFrom(...WORDS).map((whole) => fold(whole).slice(0, 4)),
  fc.constantFrom(...WORDS).map((whole) => whole.toUpperCase()),
  fc.constantFrom(...RUNS).map((whole) => [...whole].slice(-2).join("")),
);
const SEARCHES = 2_000;
const search = fc.record({ who: fc.nat(2), words: fc.array(word, { minLength: 1, maxLength: 3 }) });

test("random searches find all that has the words and may be seen, and nothing else", { timeout: 600_000 }, async () => {
  let found = 0;
  for (const { who, words } of fc.sample(search, { numRuns: SEARCHES, seed: SEED + 1 })) {
    const person = people[who] as Person;
    const hits = await all(person, words.join(" "));
    const ids = hits.map(({ messageId }) => messageId);
    const scene = `${person.name} looks for ${words.join(" ")}`;
    const seen = new Map(seenBy(person).map((message) => [message.id, message]));
    expect([scene, new Set(ids).size]).toEqual([scene, ids.length]);
    for (const message of seen.values())
      if (has(message, words)) expect([scene, ids]).toEqual([scene, expect.arrayContaining([message.id])]);
    for (const { messageId, excerpt } of hits) {
      const message = seen.get(messageId);
      expect([scene, message?.content, message && hasLike(message, words)]).toEqual([scene, message?.content, true]);
      expect(message?.content).toContain(
        excerpt
          .map(({ text }) => text)
          .join("")
          .replace(/^…|…$/g, ""),
      );
    }
    found += ids.length;
  }
  expect(found).toBeGreaterThan(500);
});

import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { MessageHit, MessageSearchPage } from "#lib/contract/message-search.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";
import { execute } from "../harness/sql.ts";

/** Who has heard very much is first shown what is newest of it: nothing may be lost or out of place for that. */

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");

/** More than is looked at in one go, most of it in one conversation, and more conversations than are looked at first. */
const LONG = 20_100;
const SHORT = 205;

let alice: Person;
let bob: Person;

beforeAll(async () => {
  ({ alice, bob } = await gather(baseUrl, "alice", "bob"));
  const conversationId = await alice.opens(bob);
  await execute(
    databaseUrl,
    `with talk as (
      select $1::uuid as id, ${LONG} as size union all select gen_random_uuid(), 1 from generate_series(1, ${SHORT})
    ), opened as (
      insert into conversations (id, kind) select id, 'group' from talk where id <> $1::uuid
    ), joined as (
      insert into participants (conversation_id, user_id) select id, $2::uuid from talk where id <> $1::uuid
    )
    insert into messages (conversation_id, seq, id, rev, sender_id, kind, content, created_at)
    select id, seq, gen_random_uuid(), seq, $3::uuid, 'text',
      case when size = 1 or seq % 400 = 7 then 'a heron' when seq % 4000 = 9 then 'two herons' else 'x' end,
      date_trunc('milliseconds', now()) - (size - seq) * interval '1 minute' - case size when 1 then random() * interval '20 days' else '0' end
    from talk, generate_series(1, size) seq`,
    [conversationId, alice.id, bob.id],
  );
  await execute(
    databaseUrl,
    `update conversations c set last_seq = held.last_seq, rev = held.last_seq, active_at = held.at
     from (select conversation_id, max(seq) as last_seq, max(created_at) as at from messages where sender_id = $1 group by 1) held
     where held.conversation_id = c.id`,
    [bob.id],
  );
});
afterAll(() => disconnectAll(alice, bob));

const searchAll = async (person: Person, q: string): Promise<MessageHit[]> => {
  const hits: MessageHit[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query = new URLSearchParams({ q, limit: "20", ...(cursor ? { cursor } : {}) });
    const { body }: { body: MessageSearchPage } = await person.http<MessageSearchPage>(`/api/search?${query}`);
    hits.push(...body.hits);
    cursor = body.nextCursor;
  }
  return hits;
};

const textOf = ({ excerpt }: MessageHit): string => excerpt.map(({ text }) => text).join("");
const ranks = (hits: MessageHit[]) => hits.map((hit) => [textOf(hit) === "a heron", hit.createdAt]);

test("all of it is found once, the very words first and the newest first among them", async () => {
  const hits = await searchAll(alice, "heron");
  const exact = SHORT + Math.ceil((LONG - 6) / 400);
  expect(hits).toHaveLength(exact + Math.ceil((LONG - 8) / 4000));
  expect(new Set(hits.map(({ messageId }) => messageId)).size).toBe(hits.length);
  expect(ranks(hits)).toEqual(ranks(hits).toSorted().reverse());
  expect(ranks(hits).filter(([isExact]) => isExact)).toHaveLength(exact);
});

test("bob, who is in one of them alone, finds what was said there and nothing else", async () => {
  const hits = await searchAll(bob, "heron");
  expect(new Set(hits.map(({ conversationId }) => conversationId)).size).toBe(1);
});

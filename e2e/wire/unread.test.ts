import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { modelMs, modelRuns } from "#lib/client/testing/model-runs.ts";
import type { ConversationPage } from "#lib/contract/conversations.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";

const baseUrl = inject("baseUrl");
const sql = postgres(inject("databaseUrl"), { max: 2 });
let people: Person[];
let conversations: string[];

beforeAll(async () => {
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  people = [alice, bob, carol];
  conversations = [await alice.opens(bob), await bob.opens(carol), await alice.opens(carol)];
});
afterAll(async () => {
  disconnectAll(...people);
  await sql.end();
});

/** The rule of protocol.md, counted message by message. */
const recount = async (userId: string): Promise<Record<string, number>> => {
  const rows = await sql<{ id: string; unread: number }[]>`
    select p.conversation_id as id, count(m.seq)::int as unread
    from participants p left join messages m on m.conversation_id = p.conversation_id and m.seq > p.read_seq
      and m.sender_id <> p.user_id and m.deleted_at is null and (m.kind <> 'system' or m.system->>'type' = 'booking')
    where p.user_id = ${userId} and p.left_seq is null group by 1`;
  return Object.fromEntries(rows.map(({ id, unread }) => [id, unread]));
};

const step = fc.record({
  who: fc.nat(2),
  where: fc.nat(2),
  does: fc.constantFrom("say", "read", "ack", "delete", "system line") as fc.Arbitrary<
    "say" | "read" | "ack" | "delete" | "system line"
  >,
  seq: fc.nat(12),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Deleting and system lines have no door yet: what they will leave in the table is put there. */
const putInTable = async (conversationId: string, { does, seq, who }: Step): Promise<void> => {
  if (does === "delete") {
    await sql`update messages set deleted_at = now(), counts_unread = false where conversation_id = ${conversationId} and seq = ${seq}`;
    return;
  }
  await sql.begin(async (tx) => {
    const [head] =
      await tx`update conversations set last_seq = last_seq + 1, rev = rev + 1 where id = ${conversationId} returning last_seq, rev`;
    await tx`insert into messages (conversation_id, seq, id, rev, sender_id, kind, content, system, counts_unread)
      values (${conversationId}, ${head?.last_seq}, gen_random_uuid(), ${head?.rev}, ${people[who]?.id ?? ""}, 'system', '', '{"type":"member_added"}', false)`;
    await tx`update participants set delivered_seq = ${head?.last_seq}, read_seq = ${head?.last_seq}
      where conversation_id = ${conversationId} and user_id = ${people[who]?.id ?? ""}`;
  });
};

const act = async ({ who, where, does, seq }: Step): Promise<void> => {
  const person = people[who];
  const conversationId = conversations[where];
  if (!person || !conversationId) throw new Error("no such person or place");
  const isMember = where === 0 ? who < 2 : where === 1 ? who > 0 : who !== 1;
  if (!isMember) return;
  if (does === "say") await person.says(conversationId, "hello");
  else if (does === "read") await person.device.does("message:read", { conversationId, seq });
  else if (does === "ack") await person.device.does("message:ack", { conversationId, seq });
  else await putInTable(conversationId, { who, where, does, seq });
};

test(
  "after anything in any order, every unread count equals a recount, everywhere it is told",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        for (const one of steps) await act(one);
        for (const person of people) {
          const expected = await recount(person.id);
          const total = Object.values(expected).reduce((sum, count) => sum + count, 0);
          const { body: list } = await person.http<ConversationPage>("/api/conversations");
          expect(Object.fromEntries(list.items.map(({ id, unreadCount }) => [id, unreadCount]))).toEqual(expected);
          expect(list.totalUnread).toBe(total);
          const synced = await person.device.does("session:sync", { cursors: {} });
          expect(synced).toMatchObject({ unreadCounts: expected, totalUnread: total });
          const unread = await person.http<ConversationPage>("/api/conversations?filter=unread");
          expect(unread.body.items.map(({ id }) => id).sort()).toEqual(
            Object.keys(expected)
              .filter((id) => expected[id])
              .sort(),
          );
        }
      }),
      { numRuns: modelRuns(25) },
    );
  },
  modelMs(300_000),
);

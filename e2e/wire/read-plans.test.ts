import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Db } from "#lib/db/client.ts";
import { migrate } from "#lib/db/migrate.ts";
import { listPage } from "#lib/domain/conversations/chat-list.repository.ts";
import { totalUnread, unreadOf, unreadWithTotals } from "#lib/domain/conversations/unread.reader.ts";
import { changedSince, newestIn, newestOf } from "#lib/domain/messages/message.reader.ts";
import { loadFacts } from "#lib/domain/messages/send.repository.ts";
import { createEmptyDatabase } from "../harness/database.ts";

/** What is read of much is read through its index: as quickly as of little. How quickly is `npm run bench -- reads`. */

const MESSAGES = 1_000_000;
const ALICE = "00000001-0000-7000-8000-000000000001";
const TALK = "00000002-0000-7000-8000-000000000001";

let sql: Sql;
let db: Db;
const asked: { query: string; parameters: unknown[] }[] = [];

/** The same client, which notes what it is asked. */
const noting = (client: Sql): Sql =>
  new Proxy(client, {
    get: (target, key) =>
      key === "unsafe"
        ? (query: string, parameters: unknown[] = []) => {
            asked.push({ query, parameters });
            return target.unsafe(query, parameters as never[]);
          }
        : Reflect.get(target, key),
  });

beforeAll(async () => {
  const url = await createEmptyDatabase(inject("postgresUrl"), "uninest_read_plans");
  await migrate({ url, folder: "drizzle" });
  sql = postgres(url, { max: 1, onnotice: () => undefined });
  db = drizzle(noting(sql), { casing: "snake_case" });
  // Nobody searches here.
  await sql`alter table messages alter column search drop expression`;
  await sql.unsafe(`
    insert into users (id, name, email, role, password_hash) values ('${ALICE}', 'Alice', 'alice@people.test', 'student', 'x');
    insert into users (id, name, email, role, password_hash)
      select gen_random_uuid(), 'Person', n || '@people.test', 'student', 'x' from generate_series(1, 500) n;
    insert into conversations (id, kind, last_seq, rev) values ('${TALK}', 'group', ${MESSAGES}, ${MESSAGES});
    insert into conversations (id, kind, last_seq, rev, active_at)
      select gen_random_uuid(), 'group', 1, 1, now() - n * interval '1 minute' from generate_series(1, 5000) n;
    insert into participants (conversation_id, user_id) select c.id, u.id from conversations c, lateral (
      select id from users where c.id is not null and id <> '${ALICE}' order by random() limit 1) u;
    insert into participants (conversation_id, user_id) values ('${TALK}', '${ALICE}');
    insert into participants (conversation_id, user_id) select id, '${ALICE}' from conversations where id <> '${TALK}' limit 1000;
    insert into messages (conversation_id, seq, id, rev, sender_id, kind, content, counts_unread)
      select '${TALK}', seq, gen_random_uuid(), seq, '${ALICE}', 'text', 'said', seq % 1000 > 0 from generate_series(1, ${MESSAGES}) seq;
    analyze users, conversations, participants, messages`);
});
afterAll(() => sql.end());

type Plan = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; "Index Cond"?: string; Plans?: Plan[] };
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Every node of the plans of what a read asks. */
const plansOf = async (read: (db: Db) => Promise<unknown>): Promise<Plan[]> => {
  asked.length = 0;
  await read(db);
  const nodes: Plan[] = [];
  for (const { query, parameters } of asked) {
    const [row] = await sql.unsafe(`explain (format json) ${query}`, parameters as never[]);
    nodes.push(...nodesOf(row?.["QUERY PLAN"][0].Plan));
  }
  return nodes;
};

const missed = [{ conversationId: TALK, rev: MESSAGES - 1_000, hiddenSeq: 0 }];

test.each<[string, string, (db: Db) => Promise<unknown>]>([
  ["the first page", "messages_conversation_id_seq_pk", (on) => newestIn(on, TALK, { afterSeq: 0 }, 50)],
  [
    "a page in the middle",
    "messages_conversation_id_seq_pk",
    (on) => newestIn(on, TALK, { afterSeq: 0, beforeSeq: MESSAGES / 2 }, 50),
  ],
  ["what was missed", "messages_conversation_id_rev_index", (on) => changedSince(on, missed, 201)],
  ["the newest of each", "messages_conversation_id_seq_pk", (on) => newestOf(on, missed, 21)],
  ["what is unread", "messages_uncounted", (on) => totalUnread(on, ALICE)],
  [
    "the list of conversations",
    "participants_user_id_conversation_id_index",
    (on) => listPage(on, ALICE, { filter: "all", limit: 50 }),
  ],
])("%s is read through %s", async (_, index, read) => {
  const nodes = await plansOf(read);
  expect(nodes.map((node) => node["Index Name"])).toContain(index);
  const whole = nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]);
  expect(whole).not.toContain("messages");
  expect(whole).not.toContain("participants");
});

const sent = {
  conversationIds: [TALK],
  senderIds: [ALICE],
  messages: [{ conversationId: TALK, id: "00000009-0000-7000-8000-000000000001" }],
  suspectIds: [TALK],
  watched: [{ userId: ALICE, sessionId: "00000003-0000-7000-8000-000000000001", conversationId: TALK }],
};

test.each<[string, (db: Db) => Promise<unknown>]>([
  ["what a send takes", (on) => loadFacts(on, sent)],
  ["what has become unread", (on) => unreadWithTotals(on, [{ userId: ALICE, conversationId: TALK }])],
  ["all that is unread", (on) => unreadOf(on, [ALICE])],
  ["what was missed", (on) => changedSince(on, missed, 201)],
  ["the newest of each", (on) => newestOf(on, missed, 21)],
])("a plan that is kept looks %s up by keys, whatever it is asked", async (_, read) => {
  asked.length = 0;
  await read(db);
  expect(asked).not.toEqual([]);
  for (const kind of ["seqscan", "hashjoin", "mergejoin"]) await sql.unsafe(`set enable_${kind} = off`);
  for (const { query } of asked) {
    const [row] = await sql.unsafe(`explain (generic_plan, format json) ${query}`).simple();
    const nodes = nodesOf(row?.["QUERY PLAN"][0].Plan);
    const byKeys = nodes.filter((node) => node["Index Name"] !== undefined);
    // To go through all of an index is no better than to read all of the table.
    for (const node of byKeys) expect(node, query).toHaveProperty("Index Cond");
    expect(nodes.filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
  }
  await sql`reset all`;
});

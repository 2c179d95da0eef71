import postgres from "postgres";
import { v7 } from "uuid";
import { expect, inject, test } from "vitest";
import { acquaint, groupsOf } from "../harness/groups.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";
import { execute } from "../harness/sql.ts";

const baseUrl = inject("baseUrl");

type Heard = { event: string; payload: unknown };

/** What a device heard of a conversation while its person was out of it. */
const leaksTo = (heard: Heard[], id: string): Heard[] => {
  const leaks: Heard[] = [];
  let isIn = true;
  for (const news of heard) {
    if (news.event === "session:ready" || !JSON.stringify(news.payload).includes(id)) continue;
    if (news.event === "conversation:removed") isIn = false;
    else if (news.event === "conversation:created") isIn = true;
    else if (!isIn) leaks.push(news);
  }
  return leaks;
};

const ROUNDS = 50;
const MESSAGES = 20;

test("a message that is stored after a removal never reaches who was removed, on no device, in fifty races with twenty messages", async () => {
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  await acquaint(alice, bob, carol);
  const { id } = (await groupsOf(alice).makes("Rook House", [bob, carol])).body;
  const phone = await bob.connects();
  const ends: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const says = (turn: number) =>
      carol.device.does("message:send", { conversationId: id, messageId: v7(), content: `${round}.${turn}` });
    const sent = Array.from({ length: MESSAGES / 2 }, (_, turn) => says(turn));
    const removal = groupsOf(alice).removes(id, bob);
    const arriving = bob.connects();
    const more = Array.from({ length: MESSAGES / 2 }, (_, turn) => says(MESSAGES / 2 + turn));
    expect((await removal).status).toBe(204);
    await Promise.all([...sent, ...more]);
    const device = await arriving;
    await device.newsSince(0);
    await expect.poll(() => phone.heard("conversation:removed").length).toBe(round + 1);
    const told = phone.heard("conversation:removed").at(-1);
    ends.push(told?.lastSeq ?? 0);
    const known = device.heard("message:received").filter(({ conversationId }) => conversationId === id);
    expect(known.filter(({ seq }) => seq > (told?.lastSeq ?? 0))).toEqual([]);
    device.leaves();
    expect((await groupsOf(alice).adds(id, bob)).status).toBe(200);
  }
  for (const device of [bob.device, phone]) {
    expect(leaksTo(await device.newsSince(0), id)).toEqual([]);
    const removals = device.heard("conversation:removed");
    expect(removals.map(({ lastSeq }) => lastSeq)).toEqual(ends);
  }
  // Without a message on either side of the removals this would mean nothing.
  const messages = await carol.device.does("session:sync", { cursors: { [id]: 0 } });
  expect(messages.changes.find(({ conversation }) => conversation.id === id)?.conversation.lastSeq).toBeGreaterThanOrEqual(
    ROUNDS * (MESSAGES + 2),
  );
  phone.leaves();
  disconnectAll(alice, bob, carol);
}, 120_000);

test("whoever is taken out behind the server's back hears nothing more, a moment later", async () => {
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  await acquaint(alice, bob, carol);
  const { id } = (await groupsOf(alice).makes("Rook House", [bob, carol])).body;
  const heardBy = ({ device }: Person) => device.heard("typing:indicator", ({ conversationId }) => conversationId === id).length;
  const types = async (): Promise<void> => {
    const before = heardBy(carol);
    await alice.device.does("typing:start", { conversationId: id });
    await expect.poll(() => heardBy(carol)).toBeGreaterThan(before);
    await bob.device.newsSince(0);
  };
  await bob.device.hears("conversation:created", (conversation) => conversation.id === id);
  await types();
  expect(heardBy(bob)).toBe(1);
  const out = "update participants set left_seq = 0 where conversation_id = $1 and user_id = $2";
  await execute(inject("databaseUrl"), out, [id, bob.id]);
  const isDeaf = async (): Promise<boolean> => {
    const before = heardBy(bob);
    await types();
    return heardBy(bob) === before;
  };
  await expect.poll(isDeaf, { timeout: 4_000 }).toBe(true);
  disconnectAll(alice, bob, carol);
});

const MOST = 200;

/** People who are never there, each of whom knows the one given. */
const putAcquaintances = async (person: Person, count: number): Promise<{ id: string }[]> => {
  const sql = postgres(inject("databaseUrl"), { max: 1, onnotice: () => undefined });
  const people = Array.from({ length: count }, (_, index) => ({ id: v7(), name: `Neighbour ${index}` }));
  const talks = people.map(({ id }) => ({ id: v7(), userId: id }));
  await sql`insert into users ${sql(people.map(({ id, name }) => ({ id, name, email: `${id}@people.test`, role: "student", password_hash: "none" })))}`;
  await sql`insert into conversations ${sql(talks.map(({ id }) => ({ id, kind: "direct", direct_key: id })))}`;
  const members = talks.flatMap(({ id, userId }) => [
    { conversation_id: id, user_id: userId },
    { conversation_id: id, user_id: person.id },
  ]);
  await sql`insert into participants ${sql(members)}`;
  await sql.end();
  return people;
};

/** What each member has not read, counted one message after the other. */
const recount = async (id: string): Promise<number[]> => {
  const sql = postgres(inject("databaseUrl"), { max: 1, onnotice: () => undefined });
  const rows = await sql<{ unread: number }[]>`
    select (select count(*)::int from messages m where m.conversation_id = p.conversation_id and m.seq > p.read_seq
      and m.kind <> 'system') as unread
    from participants p where p.conversation_id = ${id} and p.left_seq is null order by 1`;
  await sql.end();
  return rows.map(({ unread }) => unread);
};

test("a message in a group of two hundred reaches all, and its sender sees who has read it", async () => {
  const { alice, bob, carol, dora } = await gather(baseUrl, "alice", "bob", "carol", "dora");
  await acquaint(alice, bob, carol, dora);
  const neighbours = await putAcquaintances(alice, MOST - 3);
  const { status, body } = await groupsOf(alice).makes("Rook House", [bob, carol, ...neighbours]);
  expect([status, body.participants.length]).toEqual([201, MOST]);
  const full = await groupsOf(alice).adds(body.id, dora);
  expect(full.body).toMatchObject({ code: "conflict" });
  const messageId = v7();
  const { seq } = await bob.says(body.id, "The boiler is off tomorrow", { messageId });
  for (const { device } of [alice, carol]) await device.hears("message:received", (message) => message.messageId === messageId);
  expect(await recount(body.id)).toEqual([0, ...Array.from({ length: MOST - 1 }, () => 1)]);
  for (const person of [alice, carol]) {
    await person.device.hears("unread_count:updated", (count) => count.conversationId === body.id && count.unreadCount === 1);
    await person.device.does("message:read", { conversationId: body.id, seq });
    await bob.device.hears("read_receipt:received", ({ userId }) => userId === person.id);
  }
  const path = `/api/conversations/${body.id}/messages/${messageId}/receipts`;
  const { receipts } = (await bob.http<{ receipts: { name: string; readAt: string | null }[] }>(path)).body;
  expect(receipts).toHaveLength(MOST - 1);
  expect(
    receipts
      .filter(({ readAt }) => readAt !== null)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["alice", "carol"]);
  const back = await carol.connects({ cursors: { [body.id]: 1 } });
  const change = (await back.hears("session:ready")).changes.find(({ conversation }) => conversation.id === body.id);
  expect(change?.messages.map(({ content }) => content)).toEqual(["The boiler is off tomorrow"]);
  expect(change?.conversation.participants).toHaveLength(MOST);
  expect(dora.device.heard("message:received")).toEqual([]);
  back.leaves();
  disconnectAll(alice, bob, carol, dora);
}, 120_000);

import postgres from "postgres";
import { expect, inject, test } from "vitest";
import type { ConversationPage } from "#lib/contract/conversations.ts";
import { fingerprintOf } from "#lib/contract/fingerprint.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";

const baseUrl = inject("baseUrl");

/** What somebody holds who has just read everything. */
const fresh = async (person: Person) => {
  const all = await person.http<ConversationPage>("/api/conversations?limit=100&filter=all");
  const archived = await person.http<ConversationPage>("/api/conversations?limit=100&filter=archived");
  return { fingerprint: fingerprintOf([...all.body.items, ...archived.body.items]), totalUnread: all.body.totalUnread };
};

test("the answer is what a fresh fetch gives, whatever has changed", async () => {
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  const [withBob, withCarol] = [await alice.opens(bob), await alice.opens(carol)];
  const check = () => alice.device.does("session:check", { conversationIds: [withBob] });
  const seen = new Set([(await check()).fingerprint]);
  const steps = [
    () => bob.says(withBob, "one"),
    () => carol.says(withCarol, "two"),
    () => alice.device.does("message:ack", { conversationId: withBob, seq: 1 }),
    () => alice.device.does("message:read", { conversationId: withBob, seq: 1 }),
    () => alice.http(`/api/conversations/${withCarol}`, { method: "PATCH", body: { pinned: true } }),
    () => alice.http(`/api/conversations/${withBob}`, { method: "PATCH", body: { archived: true } }),
    () => alice.http(`/api/conversations/${withCarol}/mute`, { method: "POST", body: {} }),
    () => alice.http(`/api/conversations/${withCarol}/block`, { method: "POST", body: { userId: carol.id } }),
  ];
  for (const step of steps) {
    await step();
    const answer = await check();
    expect(answer).toEqual(await fresh(alice));
    expect(seen).not.toContain(answer.fingerprint);
    seen.add(answer.fingerprint);
  }
  disconnectAll(alice, bob, carol);
});

test("naming somebody else's conversation tells nothing of it", async () => {
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  const id = await alice.opens(bob);
  const ask = (conversationIds: string[]) => carol.device.does("session:check", { conversationIds });
  const before = await ask([]);
  expect(await ask([id])).toEqual(before);
  await alice.says(id, "between us");
  expect(await ask([id])).toEqual(before);
  disconnectAll(alice, bob, carol);
});

test("an edit and an end of membership that nobody was told of are seen, and a sync brings them", async () => {
  const sql = postgres(inject("databaseUrl"), { max: 1, onnotice: () => undefined });
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  const [withBob, withCarol] = [await alice.opens(bob), await alice.opens(carol)];
  const { rev, messageId } = await bob.says(withBob, "a room");
  const cursors = { [withBob]: rev, [withCarol]: 1 };
  const before = await alice.device.does("session:check", {});
  await sql`update messages set content = 'a house', rev = ${rev + 1}, edited_at = now() where id = ${messageId}`;
  await sql`update conversations set rev = ${rev + 1} where id = ${withBob}`;
  await sql`update participants set left_seq = 0 where conversation_id = ${withCarol} and user_id = ${alice.id}`;

  const answer = await alice.device.does("session:check", {});
  expect(answer).toEqual(await fresh(alice));
  expect(answer.fingerprint).not.toBe(before.fingerprint);
  const { changes } = await alice.device.does("session:sync", { cursors });
  const changeOf = (id: string) => changes.find(({ conversation }) => conversation.id === id);
  expect(changeOf(withBob)?.messages).toMatchObject([{ messageId, content: "a house", rev: rev + 1 }]);
  expect(changeOf(withCarol)?.conversation.membership).toBe("left");
  await sql.end();
  disconnectAll(alice, bob, carol);
});

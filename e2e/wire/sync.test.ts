import { v7 } from "uuid";
import { expect, inject, test } from "vitest";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { MessagePage } from "#lib/contract/messages.ts";
import { disconnectAll, gather } from "../harness/person.ts";

const baseUrl = inject("baseUrl");
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test("a device that was away gets what it missed, and then holds what history holds", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const id = await alice.opens(bob);
  await alice.says(id, "before");
  const phone = await bob.connects();
  phone.leaves();
  for (const number of range(1, 30)) await alice.says(id, `while away ${number}`);
  const back = await bob.connects({ deviceId: phone.deviceId, cursors: { [id]: 1 } });
  const ready = await back.hears("session:ready");
  expect(ready).toMatchObject({
    status: "resumed",
    deviceId: phone.deviceId,
    userId: bob.id,
    unreadCounts: { [id]: 31 },
    totalUnread: 31,
  });
  const [change] = ready.changes;
  expect([change?.conversation.id, change?.complete]).toEqual([id, true]);
  const held = (await bob.http<MessagePage>(`/api/conversations/${id}/messages?limit=100`)).body.messages;
  expect(change?.messages).toEqual(held.slice(1));
  back.leaves();
  disconnectAll(alice, bob);
});

test("a device that was never here is new, and is given its conversations with their newest messages", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const id = await alice.opens(bob);
  for (const number of range(1, 25)) await alice.says(id, `message ${number}`);
  const tablet = await bob.connects();
  const ready = await tablet.hears("session:ready");
  expect(ready.status).toBe("new");
  expect(
    ready.changes.map(({ conversation, complete, messages }) => [conversation.id, complete, messages.map(({ seq }) => seq)]),
  ).toEqual([[id, false, range(6, 25)]]);
  tablet.leaves();
  disconnectAll(alice, bob);
});

test("more than two hundred changes come as the newest two hundred, and say that there is more", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const id = await alice.opens(bob);
  await Promise.all(range(1, 230).map((number) => alice.says(id, `message ${number}`)));
  const { changes } = await bob.device.does("session:sync", { cursors: { [id]: 10 } });
  expect(changes[0]?.complete).toBe(false);
  expect(changes[0]?.messages.map(({ seq }) => seq)).toEqual(range(31, 230));
  const { changes: exact } = await bob.device.does("session:sync", { cursors: { [id]: 30 } });
  expect([exact[0]?.complete, exact[0]?.messages.length]).toEqual([true, 200]);
  disconnectAll(alice, bob);
});

test("who holds everything gets no message again, but the marks of this moment", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const id = await alice.opens(bob);
  const { rev, seq } = await alice.says(id, "one");
  await bob.device.does("message:read", { conversationId: id, seq });
  const { changes } = await alice.device.does("session:sync", { cursors: { [id]: rev } });
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({ messages: [], complete: true });
  expect(changes[0]?.conversation.participants.find(({ userId }) => userId === bob.id)).toMatchObject({
    readSeq: seq,
    deliveredSeq: seq,
  });
  expect((await alice.http<ConversationSummary>(`/api/conversations/${id}`)).body).toEqual(changes[0]?.conversation);
  disconnectAll(alice, bob);
});

test("a cursor for somebody else's conversation, or for none, brings nothing", async () => {
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  const id = await alice.opens(bob);
  await alice.says(id, "between us");
  const answer = await carol.device.does("session:sync", { cursors: { [id]: 0, [v7()]: 3 } });
  expect(answer).toMatchObject({ changes: [], unreadCounts: {}, totalUnread: 0 });
  disconnectAll(alice, bob, carol);
});

test("two hundred questions in one breath are answered in turn, and starve nobody else", async () => {
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  const id = await bob.opens(carol);
  const questions = range(1, 200).map(() => alice.device.ask("session:sync", { cursors: {} }));
  const { seq } = await bob.says(id, "meanwhile");
  await carol.device.hears("message:received", (news) => news.seq === seq);
  const answers = await Promise.all(questions);
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  disconnectAll(alice, bob, carol);
});

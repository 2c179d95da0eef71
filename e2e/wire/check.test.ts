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

import { v7 } from "uuid";
import { expect, inject, onTestFinished, test } from "vitest";
import type { EventPayload } from "#lib/contract/events.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { type BareServices, openBareServices } from "#lib/server/testing/bare-services.ts";
import { claimsOf } from "../harness/claims.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";

/** Two processes without doors over one PostgreSQL, whose clocks are two hours apart. */

const HOUR_MS = 60 * 60 * 1000;

const openNode = (offMs: number): BareServices => {
  const node = openBareServices(inject("databaseUrl"), { clock: () => new Date(Date.now() + offMs) });
  onTestFinished(node.close);
  return node;
};

test("of two counts the later has the later date, whatever the clocks of the nodes that told them", async () => {
  const { alice, bob } = await gather(inject("baseUrl"), "alice", "bob");
  onTestFinished(() => disconnectAll(alice, bob));
  const together = await alice.opens(bob);
  const [ahead, behind] = [openNode(HOUR_MS), openNode(-HOUR_MS)];
  const actorOf = async (person: Person): Promise<Actor> => {
    const actor = await ahead.services.sessions.actor(claimsOf(person).sid);
    if (!actor) throw new Error("nobody has that session");
    return actor;
  };
  const [asAlice, asBob] = [await actorOf(alice), await actorOf(bob)];
  const says = async ({ services, told }: BareServices, unreadCount: number) => {
    const words = { conversationId: together, messageId: v7(), content: "hello", kind: "text" } as const;
    await services.messages.send(asAlice, { ...words, attachmentIds: [], mentions: [] });
    const isOfBob = ({ to, event }: BareServices["told"][number]): boolean => to === bob.id && event === "unread_count:updated";
    await expect.poll(() => told.find(isOfBob)?.payload).toMatchObject({ unreadCount, lastSeq: unreadCount });
    return told.find(isOfBob)?.payload as EventPayload<"unread_count:updated">;
  };

  const first = await says(ahead, 1);
  const between = await behind.services.sync.changes(asBob, { [together]: 0 });
  const second = await says(behind, 2);
  const after = await ahead.services.sync.changes(asBob, { [together]: 0 });

  const dates = [first.updatedAt, between.countedAt, second.updatedAt, after.countedAt];
  expect(dates).toEqual([...dates].sort());
  expect(new Set(dates).size).toBe(4);
  expect([between, after].map(({ unreadCounts }) => unreadCounts[together])).toEqual([1, 2]);
  // The other time of an answer is still that of the node which gives it.
  expect(Date.parse(after.serverTime) - Date.parse(between.serverTime)).toBeGreaterThan(HOUR_MS);

  const nothing = await behind.services.sync.changes(asAlice, {});
  expect(nothing).toMatchObject({ totalUnread: 0, unreadCounts: { [together]: 0 } });
  expect(nothing.countedAt > after.countedAt).toBe(true);
});

import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ConversationPage } from "#lib/contract/conversations.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";

const baseUrl = inject("baseUrl");
let alice: Person;
let bob: Person;
let together: string;

beforeAll(async () => {
  ({ alice, bob } = await gather(baseUrl, "alice", "bob"));
  together = await alice.opens(bob);
});
afterAll(() => disconnectAll(alice, bob));

const counted = async (person: Person): Promise<number | undefined> =>
  (await person.http<ConversationPage>("/api/conversations")).body.items[0]?.unreadCount;
/** The newest count, as clients take it: two nodes do not wait for each other. */
const told = ({ device }: Person): number =>
  device
    .heard("unread_count:updated", () => true)
    .sort((one, other) => one.updatedAt.localeCompare(other.updatedAt))
    .at(-1)?.unreadCount ?? 0;

test("two who write at the same moment are both told what the other's words did to their count", async () => {
  for (let round = 0; round < 30; round += 1) {
    // The first is stored alone; the others wait for it together, and share a transaction.
    const words = [alice, alice, bob, alice, bob].map((person) => person.says(together, "at once"));
    await Promise.all(words);
    for (const person of [alice, bob]) {
      const count = await counted(person);
      await expect.poll(() => told(person)).toBe(count);
    }
  }
});

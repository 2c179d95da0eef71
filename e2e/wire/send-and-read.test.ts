import { afterAll, beforeAll, expect, inject, test } from "vitest";
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

test("who writes on one device while the other says what it holds gets an answer to everything, and soon", async () => {
  const laptop = await alice.connects();
  for (let round = 0; round < 20; round += 1) {
    await bob.says(together, "and?");
    const { lastSeq } = (await alice.http<{ lastSeq: number }>(`/api/conversations/${together}`)).body;
    const moves = [lastSeq - 1, lastSeq].map((seq) => laptop.does("message:read", { conversationId: together, seq }));
    await Promise.all([...moves, alice.says(together, "yes"), alice.says(together, "in May")]);
  }
  const [mine] = (await alice.http<{ items: { unreadCount: number }[] }>("/api/conversations")).body.items;
  expect(mine?.unreadCount).toBe(0);
  laptop.leaves();
});

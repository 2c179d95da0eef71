import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { groupsOf } from "../harness/groups.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";

/** That one is named in what one has not read: to oneself, on every device, for as long as it is so. */

const baseUrl = inject("baseUrl");
let alice: Person;
let bob: Person;
let carol: Person;
let house: string;

beforeAll(async () => {
  ({ alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol"));
  await alice.opens(bob);
  await alice.opens(carol);
  house = (await groupsOf(alice).makes("Rook House", [bob, carol])).body.id;
});
afterAll(() => disconnectAll(alice, bob, carol));

const isNamed = async ({ http }: Person): Promise<boolean> =>
  (await http<ConversationSummary>(`/api/conversations/${house}`)).body.mentioned === true;
/** What somebody was told last of what they have not read. */
const told = ({ device }: Person) => {
  const last = device.heard("unread_count:updated").findLast(({ conversationId }) => conversationId === house);
  return [last?.unreadCount, last?.mentioned === true];
};
const isTold = (person: Person, unreadCount: number, mentioned: boolean) =>
  expect.poll(() => told(person)).toEqual([unreadCount, mentioned]);

test("who is named is told with the count, and others are not; an edit, a deletion and reading take it away", async () => {
  const messageId = v7();
  await alice.says(house, "@Bob the boiler is loud", { messageId, mentions: [bob.id] });
  await isTold(bob, 1, true);
  await isTold(carol, 1, false);
  expect(await Promise.all([alice, bob, carol].map(isNamed))).toEqual([false, true, false]);
  const { mentionedIn } = await bob.device.does("session:sync", { cursors: {} });
  expect(mentionedIn).toEqual([house]);
  expect(await carol.device.does("session:sync", { cursors: {} })).not.toHaveProperty("mentionedIn");

  const at = { conversationId: house, messageId };
  const edits = (content: string, mentions: string[]) => alice.device.does("message:edit", { ...at, content, mentions });
  const carols = carol.device.mark();
  await edits("The boiler is loud", []);
  await isTold(bob, 1, false);
  expect(await isNamed(bob)).toBe(false);
  expect((await carol.device.newsSince(carols)).map(({ event }) => event)).toEqual(["message:edited"]);
  await edits("@Bob the boiler is loud", [bob.id]);
  await isTold(bob, 1, true);
  await alice.device.does("message:delete", at);
  await isTold(bob, 0, false);

  await alice.says(house, "@Bob are you there?", { mentions: [bob.id] });
  await alice.says(house, "It stopped");
  const { lastSeq } = await groupsOf(bob).sees(house);
  expect(await bob.device.does("message:read", { conversationId: house, seq: lastSeq - 2 })).toMatchObject({ mentioned: true });
  const read = await bob.device.does("message:read", { conversationId: house, seq: lastSeq - 1 });
  expect([read.unreadCount, read.mentioned]).toEqual([1, undefined]);
  expect(await isNamed(bob)).toBe(false);
});

import { expect, test } from "vitest";
import { companionsIn, withName } from "./companions.ts";
import { alice, bob, carol, conversation, conversationId, participant, timeOf } from "./testing/conversations.ts";

const withCarol = conversation(0, {
  id: conversationId(2),
  participants: [participant(alice), participant(carol)],
  updatedAt: timeOf(9),
});
const names = (people: readonly { name: string }[]): string[] => people.map(({ name }) => name);

test("everybody whom one shares a conversation with, once, the last heard of first, and not oneself", () => {
  const all = conversation(0, {
    id: conversationId(3),
    kind: "group",
    participants: [participant(alice), participant(bob), participant(carol)],
  });
  expect(names(companionsIn([all, conversation(5), withCarol], alice))).toEqual(["Carol", "Bob"]);
});

test("whom one has blocked is not offered, though in a group with one", () => {
  const group = conversation(9, { id: conversationId(3), kind: "group", participants: [participant(bob), participant(carol)] });
  expect(names(companionsIn([conversation(0, { blocked: "by_me" }), group], alice))).toEqual(["Carol"]);
});

test("a name is found by its beginning and its middle, whatever the case and the accents", () => {
  const people = [{ userId: carol, name: "Zoë Müller", role: "student" as const }];
  for (const q of ["zoe", "MULL", "ë m", " "]) expect(withName(people, q)).toEqual(people);
  expect(withName(people, "bob")).toEqual([]);
});

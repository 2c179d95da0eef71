import { expect, test } from "vitest";
import { namedIn } from "./named-in.ts";
import { alice, bob, conversation } from "./testing/conversations.ts";

const person = (userId: string, name: string) => ({ ...conversation(1).participants[0], userId, name });
const group = {
  kind: "group",
  participants: [person(alice, "Alice"), person(bob, "Ann"), person("anna", "Anna Lee"), person("other", "Ann")],
} as Parameters<typeof namedIn>[0];

test.each([
  ["hello", []],
  ["@Ann, the key?", [bob, "other"]],
  ["@Anna Lee and nobody else", ["anna"]],
  ["@Anna is nobody, @Ann!", [bob, "other"]],
  ["@Alice that is me", []],
  ["mail ann@Ann.test", [bob, "other"]],
  ["@ann in small letters", []],
])("%j names whom it names", (text, named) => {
  expect(namedIn(group, alice, text)).toEqual(named);
});

test("nobody is named where there are only two", () => {
  expect(namedIn({ ...group, kind: "direct" } as Parameters<typeof namedIn>[0], alice, "@Ann")).toEqual([]);
});

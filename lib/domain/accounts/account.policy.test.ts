import { expect, test } from "vitest";
import { NO_END } from "#lib/contract/primitives.ts";
import { refusalOfAct, suspensionOf } from "./account.policy.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
const at = (iso: string) => new Date(iso);

test.each([
  ["never banned", null, undefined],
  ["banned until yesterday", at("2026-11-24T12:00:00.000Z"), undefined],
  ["banned until this moment", now, undefined],
  ["banned for a millisecond more", at("2026-11-25T12:00:00.001Z"), { until: "2026-11-25T12:00:00.001Z" }],
  ["banned for good", at(NO_END), { until: null }],
])("%s", (_, bannedUntil, expected) => {
  expect(suspensionOf({ bannedUntil }, now)).toEqual(expected);
});

test.each([
  ["an admin acts on somebody", "ada", "bob", ["ada"], undefined],
  ["an admin acts on another admin", "ada", "abe", ["ada", "abe"], undefined],
  ["an admin acts on themselves", "ada", "ada", ["ada", "abe"], "conflict"],
  ["the last admin acts on themselves", "ada", "ada", ["ada"], "conflict"],
  ["who was an admin a moment ago acts", "ada", "abe", ["abe"], "forbidden"],
  ["somebody acts", "bob", "ada", ["ada"], "forbidden"],
  ["somebody acts on themselves", "bob", "bob", ["ada"], "forbidden"],
])("%s", (_, actorId, targetId, adminIds, expected) => {
  expect(refusalOfAct({ actorId, targetId, adminIds })).toBe(expected);
});

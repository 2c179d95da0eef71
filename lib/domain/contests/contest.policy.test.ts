import { expect, test } from "vitest";
import { isRefused, mayCallFine, refusalOfVerdict } from "./contest.policy.ts";

const warned = { seq: 5, senderId: "bob", notices: ["identity.papers"] };

test.each([
  ["what alice is warned of", 0, warned, true],
  ["no message at all", 0, undefined, false],
  ["what was written before alice came", 5, warned, false],
  ["what nobody warns of", 0, { ...warned, notices: [] }, false],
  ["alice's own", 0, { ...warned, senderId: "alice" }, false],
])("alice calls fine: %s", (_, hiddenSeq, message, expected) => {
  expect(mayCallFine("alice", hiddenSeq, message)).toBe(expected);
});

test.each([
  ["allow", false],
  ["warn", false],
  ["bounce", true],
  ["hold", true],
] as const)("%s can be contested: %s", (outcome, expected) => {
  expect(isRefused(outcome)).toBe(expected);
});

test.each([
  ["somebody else's that waits", { userId: "bob", decidedAt: null }, undefined],
  ["her own", { userId: "mia", decidedAt: null }, "not_found"],
  ["none", undefined, "not_found"],
  ["what is decided", { userId: "bob", decidedAt: new Date(0) }, "conflict"],
])("mia decides %s", (_, contest, expected) => {
  expect(refusalOfVerdict("mia", contest)).toBe(expected);
});

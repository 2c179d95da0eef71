import { expect, test } from "vitest";
import { isFailure } from "../fail.ts";
import { mayBlock } from "./block.policy.ts";

const verdict = (judged: Parameters<typeof mayBlock>[0]): string => {
  try {
    mayBlock(judged);
    return "may";
  } catch (error) {
    return isFailure(error) ? error.code : "broken";
  }
};

test.each([
  ["anybody there is", "bob", true, undefined, "may"],
  ["nobody", "nobody", false, undefined, "not_found"],
  ["herself", "alice", true, undefined, "validation_failed"],
  ["somebody in the conversation", "bob", true, ["alice", "bob"], "may"],
  ["somebody who is not in it", "carol", true, ["alice", "bob"], "not_found"],
  ["somebody in a conversation of others", "bob", true, ["bob", "carol"], "not_participant"],
  ["herself in a conversation of others", "alice", true, ["bob", "carol"], "not_participant"],
  ["somebody in no conversation at all", "bob", true, [], "not_participant"],
])("alice blocks %s", (_, userId, exists, memberIds, expected) => {
  expect(verdict({ actor: { userId: "alice" }, input: { userId }, exists, memberIds })).toBe(expected);
});

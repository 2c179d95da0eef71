import { expect, test } from "vitest";
import { mergeSince } from "./conversation-merge.ts";
import { conversation } from "./testing/conversations.ts";

const FOR_GOOD = "9999-12-31T23:59:59.999Z";
const before = conversation(1);
const muted = { ...before, mutedUntil: FOR_GOOD };

test("what one has muted since it was asked is not undone by an answer from before it", () => {
  expect(mergeSince(muted, { ...before, rev: before.rev + 1 }, before)).toMatchObject({
    rev: before.rev + 1,
    mutedUntil: FOR_GOOD,
  });
  expect(mergeSince(muted, before, before).mutedUntil).toBe(FOR_GOOD);
});

test("what was muted elsewhere and never told comes with the answer, also where a message came meanwhile", () => {
  expect(mergeSince(before, muted, before).mutedUntil).toBe(FOR_GOOD);
  expect(mergeSince({ ...before, rev: before.rev + 1 }, muted, before)).toMatchObject({
    rev: before.rev + 1,
    mutedUntil: FOR_GOOD,
  });
  expect(mergeSince(before, muted, undefined).mutedUntil).toBe(FOR_GOOD);
});

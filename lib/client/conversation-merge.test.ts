import { expect, test } from "vitest";
import { mergeSince, mergeSummaries } from "./conversation-merge.ts";
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

test("who wrote first and last is the same in whatever order it is heard", () => {
  const early = { ...before, heardSeq: 3, sentSeq: 2 };
  const late = { ...before, heardSeq: 1, sentSeq: 0 };
  for (const merged of [mergeSummaries(early, late), mergeSummaries(late, early), mergeSummaries(late, { ...early, rev: 0 })])
    expect(merged).toMatchObject({ heardSeq: 1, sentSeq: 2 });
  expect(mergeSummaries({ ...before, heardSeq: null }, late).heardSeq).toBe(1);
});

test("a notice that one has called fine since it was asked stays away", () => {
  const fine = [{ messageId: "m", rule: "r" }];
  expect(mergeSince({ ...before, fine }, { ...before, rev: before.rev + 1 }, before).fine).toEqual(fine);
  expect(mergeSince(before, { ...before, fine }, before).fine).toEqual(fine);
});

import { expect, test } from "vitest";
import { MUTED_FOR_GOOD } from "#lib/contract/page-limits.ts";
import { muteEnd, toldEnd } from "./mute.policy.ts";

const now = new Date("2026-11-25T10:00:00.000Z");

test.each([
  ["no end", undefined, MUTED_FOR_GOOD, null],
  ["a moment", "2026-11-25T10:00:00.001Z", "2026-11-25T10:00:00.001Z", "2026-11-25T10:00:00.001Z"],
  ["a year", "2027-11-25T10:00:00.000Z", "2027-11-25T10:00:00.000Z", "2027-11-25T10:00:00.000Z"],
  ["what a summary says of no end", MUTED_FOR_GOOD, MUTED_FOR_GOOD, null],
])("muted for %s", (_, until, stored, told) => {
  const end = muteEnd(until, now);
  expect([end.toISOString(), toldEnd(end)]).toEqual([stored, told]);
});

test.each(["2026-11-25T10:00:00.000Z", "2026-11-25T09:59:59.999Z", "1970-01-01T00:00:00.000Z"])("%s has passed", (until) => {
  expect(() => muteEnd(until, now)).toThrow(expect.objectContaining({ code: "validation_failed" }));
});

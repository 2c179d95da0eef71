import { expect, test } from "vitest";
import { reminderTimes, whoActs } from "./reminder.policy.ts";

test("of two days, the reminders come after one, and near the end", () => {
  const times = reminderTimes(new Date("2026-11-25T12:00:00.000Z"), new Date("2026-11-27T12:00:00.000Z"));
  expect(times.map(({ share, at }) => [share, at.toISOString()])).toEqual([
    [0.5, "2026-11-26T12:00:00.000Z"],
    [0.9, "2026-11-27T07:12:00.000Z"],
  ]);
});

test("a landlord answers requests, a student confirms what was approved", () => {
  expect([whoActs("requested"), whoActs("approved")]).toEqual(["landlord", "student"]);
});

import { expect, it } from "vitest";
import { remindersOf } from "./reminder.policy.ts";

const viewing = {
  id: "v",
  status: "confirmed",
  startsAt: new Date("2027-03-28T08:00:00.000Z"),
  confirmedAt: new Date("2027-03-20T08:00:00.000Z"),
} as const;
const due = (given: Partial<Parameters<typeof remindersOf>[0]> = {}) =>
  remindersOf({ ...viewing, ...given }).map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`);

it("the two are reminded a day and an hour before, also over a change of clocks", () => {
  expect(due()).toEqual(["day 2027-03-27T08:00:00.000Z", "hour 2027-03-28T07:00:00.000Z"]);
});

it("nobody is reminded of what was agreed on a moment ago", () => {
  expect(due({ confirmedAt: new Date("2027-03-27T08:00:00.000Z") })).toEqual(["hour 2027-03-28T07:00:00.000Z"]);
  expect(due({ confirmedAt: new Date("2027-03-28T07:30:00.000Z") })).toEqual([]);
});

it("nobody is reminded of what is not confirmed, and another time is another reminder", () => {
  expect(due({ status: "cancelled" })).toEqual([]);
  expect(due({ status: "proposed", startsAt: null })).toEqual([]);
  const moved = remindersOf({ ...viewing, startsAt: new Date("2027-03-29T08:00:00.000Z") });
  const keys = [...remindersOf(viewing), ...moved].map(({ key }) => key);
  expect(new Set(keys).size).toBe(4);
});

import { describe, expect, it } from "vitest";
import { dayAndMonth, fromWaking, nextFirst, toWaking, WAKING_DAY, wakingAt, wakingDayOf, weekdayName } from "./calendar.ts";

const at = (moment: string) => new Date(moment);

describe("waking time", () => {
  it("goes there and back by day", () => {
    const noon = at("2026-11-22T12:00:00.000Z");
    expect(fromWaking(toWaking(noon))).toEqual(noon);
  });

  it("takes the night for the morning or the evening next to it", () => {
    expect(fromWaking(toWaking(at("2026-11-22T04:00:00.000Z")))).toEqual(at("2026-11-22T06:30:00.000Z"));
    expect(fromWaking(toWaking(at("2026-11-22T23:00:00.000Z")) - 1)).toEqual(at("2026-11-22T22:29:00.000Z"));
  });

  it("goes on the next morning", () => {
    const evening = toWaking(at("2026-11-22T22:00:00.000Z"));
    expect(fromWaking(evening + 60)).toEqual(at("2026-11-23T07:00:00.000Z"));
    expect(wakingDayOf(evening + 60)).toBe(wakingDayOf(evening) + 1);
  });

  it("finds a clock time east of UTC", () => {
    const day = toWaking(at("2026-11-22T12:00:00.000Z")) / WAKING_DAY;
    expect(fromWaking(wakingAt(Math.floor(day), "17:30", 1))).toEqual(at("2026-11-22T16:30:00.000Z"));
  });
});

describe("dates in words", () => {
  it("names the day and the date", () => {
    expect([weekdayName(at("2026-11-22T12:00:00.000Z")), dayAndMonth(at("2026-11-22T12:00:00.000Z"))]).toEqual([
      "Sunday",
      "22 November",
    ]);
  });

  it("finds the next first of a month, over the end of the year too", () => {
    expect(nextFirst(at("2026-12-20T12:00:00.000Z"), 3)).toEqual(at("2027-01-01T00:00:00.000Z"));
    expect(nextFirst(at("2026-12-20T12:00:00.000Z"), 14)).toEqual(at("2027-02-01T00:00:00.000Z"));
  });
});

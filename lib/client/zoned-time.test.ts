import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantsOf, localOf } from "./zoned-time.ts";

const BERLIN = "Europe/Berlin";
const instants = (local: string, timeZone = BERLIN) => instantsOf(local, timeZone).map((at) => at.toISOString());

describe("the clock on a wall, and the instants that it means", () => {
  it("is one instant as a rule, in winter as in summer", () => {
    expect(instants("2027-01-15T10:00")).toEqual(["2027-01-15T09:00:00.000Z"]);
    expect(instants("2027-07-15T10:00")).toEqual(["2027-07-15T08:00:00.000Z"]);
    expect(instants("2027-07-15T10:00", "Europe/London")).toEqual(["2027-07-15T09:00:00.000Z"]);
    expect(instants("2027-07-15T10:00", "Asia/Kathmandu")).toEqual(["2027-07-15T04:15:00.000Z"]);
  });

  it("leaves an hour out on 28 March 2027 in Berlin", () => {
    expect(instants("2027-03-28T01:59")).toEqual(["2027-03-28T00:59:00.000Z"]);
    expect(instants("2027-03-28T02:00")).toEqual([]);
    expect(instants("2027-03-28T02:59")).toEqual([]);
    expect(instants("2027-03-28T03:00")).toEqual(["2027-03-28T01:00:00.000Z"]);
  });

  it("shows an hour twice on 25 October 2026 in Berlin", () => {
    expect(instants("2026-10-25T01:59")).toEqual(["2026-10-24T23:59:00.000Z"]);
    expect(instants("2026-10-25T02:00")).toEqual(["2026-10-25T00:00:00.000Z", "2026-10-25T01:00:00.000Z"]);
    expect(instants("2026-10-25T02:59")).toEqual(["2026-10-25T00:59:00.000Z", "2026-10-25T01:59:00.000Z"]);
    expect(instants("2026-10-25T03:00")).toEqual(["2026-10-25T02:00:00.000Z"]);
  });

  it("means nothing by what is no time", () => {
    for (const local of ["", "2027-02-30T10:00", "tomorrow", "2027-03-28"]) expect(instants(local)).toEqual([]);
  });

  it.each([BERLIN, "Europe/London", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns"])(
    "comes back from every minute to the instant it was, in %s",
    (timeZone) => {
      const minute = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2028, 0) / 60_000 });
      fc.assert(
        fc.property(minute, (at) => {
          const instant = new Date(at * 60_000);
          expect(instantsOf(localOf(instant, timeZone), timeZone)).toContainEqual(instant);
        }),
        { numRuns: 300 },
      );
    },
  );
});

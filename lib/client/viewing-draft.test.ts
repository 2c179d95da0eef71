import { describe, expect, it } from "vitest";
import { isTwice, readDraft } from "./viewing-draft.ts";

const BERLIN = { timeZone: "Europe/Berlin", minutes: 30 };
const MARCH = { ...BERLIN, now: new Date("2027-03-01T12:00:00.000Z") };
const OCTOBER = { ...BERLIN, now: new Date("2026-10-01T12:00:00.000Z") };

const time = (local: string, isSecond = false) => ({ key: local, local, isSecond });
const read = (reading: typeof MARCH, ...times: ReturnType<typeof time>[]) => {
  const { slots, flaws } = readDraft(times, reading);
  return { starts: slots.map(({ startsAt }) => startsAt), flaws: Object.fromEntries(flaws) };
};

describe("the times of a form", () => {
  it("are instants by the home's clock, on both sides of a change", () => {
    expect(read(MARCH, time("2027-03-27T10:00"), time("2027-03-28T10:00"))).toEqual({
      starts: ["2027-03-27T09:00:00.000Z", "2027-03-28T08:00:00.000Z"],
      flaws: {},
    });
  });

  it("cannot be in the hour that the clocks leave out", () => {
    expect(read(MARCH, time("2027-03-28T02:30")).flaws).toEqual({ "2027-03-28T02:30": "skipped" });
  });

  it("are one of two in the hour that comes twice: the first, unless the second is meant", () => {
    expect(isTwice("2026-10-25T02:30", "Europe/Berlin")).toBe(true);
    expect(isTwice("2026-10-25T03:30", "Europe/Berlin")).toBe(false);
    expect(read(OCTOBER, time("2026-10-25T02:30")).starts).toEqual(["2026-10-25T00:30:00.000Z"]);
    expect(read(OCTOBER, time("2026-10-25T02:30", true)).starts).toEqual(["2026-10-25T01:30:00.000Z"]);
    expect(read(OCTOBER, time("2026-10-25T04:30", true)).starts).toEqual(["2026-10-25T03:30:00.000Z"]);
  });

  it("are written, still to come, near, and apart from each other", () => {
    expect(read(MARCH, time(""), time("2027-03-01T13:00"), time("2027-12-01T10:00")).flaws).toEqual({
      "": "missing",
      "2027-03-01T13:00": "past",
      "2027-12-01T10:00": "tooFar",
    });
    expect(read(MARCH, time("2027-03-02T10:00"), time("2027-03-02T10:29"), time("2027-03-02T10:30"))).toEqual({
      starts: ["2027-03-02T09:00:00.000Z", "2027-03-02T09:30:00.000Z"],
      flaws: { "2027-03-02T10:29": "overlaps" },
    });
  });
});

import { describe, expect, it } from "vitest";
import { type Appointment, areSame, assertSlots, doubleBooked, overlaps, slotsOf } from "./slots.policy.ts";

const NOW = new Date("2027-03-01T12:00:00.000Z");
const slot = (startsAt: string, minutes = 30) => ({ startsAt: new Date(startsAt), minutes });

const flaws = (...slots: ReturnType<typeof slot>[]): string[] => {
  try {
    assertSlots(slots, NOW);
    return [];
  } catch (error) {
    const { details } = error as { details: { path: unknown[]; message: string }[] };
    return details.map(({ path, message }) => `${path.join(".")} ${message}`);
  }
};

describe("times that are offered", () => {
  it("are in the future, within half a year, at whole minutes", () => {
    expect(flaws(slot("2027-03-01T12:01:00.000Z"), slot("2027-08-30T12:00:00.000Z"))).toEqual([]);
    expect(flaws(slot("2027-03-01T12:00:00.000Z"))).toEqual(["slots.0.startsAt must be in the future"]);
    expect(flaws(slot("2027-09-02T12:00:00.000Z"))).toEqual(["slots.0.startsAt must be within half a year"]);
    expect(flaws(slot("2027-03-02T12:00:30.000Z"))).toEqual(["slots.0.startsAt must be a whole minute"]);
  });

  it("do not overlap each other, though one may begin when another ends", () => {
    const first = slot("2027-03-02T12:00:00.000Z");
    expect(flaws(first, slot("2027-03-02T12:30:00.000Z"))).toEqual([]);
    expect(flaws(first, slot("2027-03-02T12:29:00.000Z"))).toEqual(["slots.1.startsAt must not overlap another one"]);
    expect(flaws(first, first)).toEqual(["slots.1.startsAt must not overlap another one"]);
  });

  it("come the earliest first, and are the same in whatever order they were said", () => {
    const said = [
      { startsAt: "2027-03-03T12:00:00.000Z", minutes: 30 },
      { startsAt: "2027-03-02T12:00:00.000Z", minutes: 30 },
    ];
    expect(slotsOf(said).map(({ startsAt }) => startsAt.getUTCDate())).toEqual([2, 3]);
    expect(areSame(slotsOf(said), [...slotsOf(said)].reverse())).toBe(true);
    expect(areSame(slotsOf(said), slotsOf(said).slice(1))).toBe(false);
  });
});

describe("two appointments", () => {
  const one: Appointment = {
    ...slot("2027-03-02T12:00:00.000Z", 60),
    studentId: "anna",
    landlordId: "lena",
    listingId: "mill",
    kind: "on_site",
  };
  const other = (given: Partial<Appointment>): Appointment => ({ ...one, listingId: "quay", studentId: "ben", ...given });

  it("at one time at two homes are too much for whoever has both", () => {
    expect(overlaps(one, other({}))).toBe(true);
    expect(doubleBooked(one, [other({})])).toEqual(new Set(["lena"]));
    expect(doubleBooked(one, [other({ landlordId: "rita", studentId: "anna" })])).toEqual(new Set(["anna"]));
    expect(doubleBooked(one, [other({ ...slot("2027-03-02T13:00:00.000Z") })])).toEqual(new Set());
  });

  it("at one home are an open house, unless it is the same student or one of them is a video call", () => {
    expect(doubleBooked(one, [other({ listingId: "mill" })])).toEqual(new Set());
    expect(doubleBooked(one, [other({ listingId: "mill", kind: "video" })])).toEqual(new Set(["lena"]));
    expect(doubleBooked(one, [other({ listingId: "mill", studentId: "anna" })])).toEqual(new Set(["anna", "lena"]));
  });
});

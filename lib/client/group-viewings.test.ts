import { describe, expect, it } from "vitest";
import { doubleBookedIds, groupViewings } from "./group-viewings.ts";
import { viewing } from "./testing/viewings.ts";

const STUDENT = viewing().student.id;
const at = (startsAt: string, minutes = 30) => ({ startsAt, minutes });
const NOON = at("2027-03-02T12:00:00.000Z");
const EVENING = at("2027-03-02T18:00:00.000Z");

const ids = (groups: ReturnType<typeof groupViewings>) =>
  Object.fromEntries(Object.entries(groups).map(([name, found]) => [name, found.map(({ id }) => id)]));

describe("viewings by whose turn it is", () => {
  it("wait for oneself when the other offers something, also to move what is confirmed", () => {
    const mine = viewing({ id: "mine", offer: { by: "student", slots: [NOON] } });
    const theirs = viewing({ id: "theirs", offer: { by: "landlord", slots: [EVENING] } });
    const moved = viewing({ id: "moved", status: "confirmed", confirmed: NOON, offer: { by: "landlord", slots: [EVENING] } });
    const moving = viewing({ id: "moving", status: "confirmed", confirmed: EVENING, offer: { by: "student", slots: [NOON] } });
    const agreed = viewing({ id: "agreed", status: "confirmed", confirmed: NOON, offer: null });
    expect(ids(groupViewings([mine, theirs, moved, moving, agreed], STUDENT))).toEqual({
      forYou: ["moved", "theirs"],
      upcoming: ["agreed", "moving"],
      forOther: ["mine"],
    });
    expect(ids(groupViewings([mine, theirs], "the landlord"))).toMatchObject({ forYou: ["mine"], forOther: ["theirs"] });
  });
});

describe("two homes at one time", () => {
  const agreed = (id: string, listingId: string, given: Parameters<typeof viewing>[0] = {}) =>
    viewing({
      id,
      listing: { ...viewing().listing, id: listingId },
      status: "confirmed",
      confirmed: NOON,
      offer: null,
      ...given,
    });

  it("are a clash of both, unless they only touch or one is not confirmed", () => {
    expect(doubleBookedIds([agreed("one", "mill"), agreed("other", "quay")])).toEqual(new Set(["one", "other"]));
    const later = agreed("other", "quay", { confirmed: at("2027-03-02T12:30:00.000Z") });
    expect(doubleBookedIds([agreed("one", "mill"), later])).toEqual(new Set());
    expect(doubleBookedIds([agreed("one", "mill"), agreed("other", "quay", { status: "cancelled" })])).toEqual(new Set());
  });

  it("are none where it is one home that several come to see", () => {
    expect(doubleBookedIds([agreed("one", "mill"), agreed("other", "mill")])).toEqual(new Set());
    expect(doubleBookedIds([agreed("one", "mill"), agreed("other", "mill", { kind: "video" })]).size).toBe(2);
  });
});

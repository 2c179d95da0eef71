import { expect, test } from "vitest";
import type { RoomAvailability } from "#lib/contract/housing.ts";
import { changedRooms, homeStanding, knownRooms, withRoom, younger } from "./known-rooms.ts";

const room = (roomId: string, given: Partial<RoomAvailability> = {}): RoomAvailability => ({
  listingId: "a home",
  roomId,
  status: "free",
  requests: 0,
  heldUntil: null,
  letUntil: null,
  availableFrom: "2026-11-25",
  updatedAt: "2026-11-25T12:00:00.000Z",
  ...given,
});
const known = knownRooms([room("attic"), room("garden", { availableFrom: "2027-01-01", requests: 2 })]);

test("a home counts its free rooms and its requests, and names the next day", () => {
  expect(homeStanding(known, "2026-11-25")).toEqual({ freeRoomCount: 1, requestCount: 2, availableFrom: "2026-11-25" });
  expect(homeStanding(known, "2026-11-24")).toMatchObject({ freeRoomCount: 0, availableFrom: "2026-11-25" });
});

test("news of one room changes that room, and only a difference counts as a change", () => {
  const held = withRoom(known, room("attic", { status: "held", updatedAt: "2026-11-25T12:00:05.000Z" }));
  expect(held.at).toBe("2026-11-25T12:00:05.000Z");
  expect(changedRooms(known, held)).toEqual(["attic"]);
  expect(changedRooms(held, withRoom(held, room("attic", { status: "held" })))).toEqual([]);
  expect(changedRooms(known, withRoom(known, room("cellar")))).toEqual([]);
});

test("of a page and what is kept, the younger is shown", () => {
  const later = withRoom(known, room("attic", { updatedAt: "2026-11-25T12:00:05.000Z" }));
  expect([younger(known, later), younger(later, known), younger(known, undefined)]).toEqual([later, later, known]);
});

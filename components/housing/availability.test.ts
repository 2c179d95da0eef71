import { expect, it } from "vitest";
import { listingAvailability, roomAvailability } from "./availability.ts";

it("a room is free from its day on", () => {
  expect(roomAvailability({ availableFrom: "2026-11-22" }, "2026-11-22")).toEqual({ state: "free" });
  expect(roomAvailability({ availableFrom: "2026-11-23" }, "2026-11-22")).toEqual({ state: "from", date: "2026-11-23" });
});

it("a listing counts its free rooms, else names the next day", () => {
  expect(listingAvailability({ freeRoomCount: 2, availableFrom: "2026-10-01" })).toEqual({ state: "free", count: 2 });
  expect(listingAvailability({ freeRoomCount: 0, availableFrom: "2027-10-01" })).toEqual({ state: "from", date: "2027-10-01" });
});

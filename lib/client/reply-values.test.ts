import { expect, test } from "vitest";
import { replyValues } from "./reply-values.ts";
import { booking } from "./testing/bookings.ts";

const now = new Date("2027-01-10T12:00:00.000Z");
const talk = { otherName: "Maya de Vries", listingTitle: "14 Mill Road", bookings: [], now };

test("a conversation knows the other's first name and the home", () => {
  expect(replyValues(talk)).toEqual({ name: "Maya", home: "14 Mill Road" });
  expect(replyValues({ ...talk, otherName: undefined, listingTitle: undefined })).toEqual({});
});

test("a booking tells the room and the days, and is right about the home", () => {
  const asked = booking({ from: "2027-02-01", to: "2027-08-01" });
  expect(replyValues({ ...talk, bookings: [asked] })).toEqual({
    name: "Maya",
    home: "House at the river",
    room: "Room 2",
    from: "1 Feb",
    to: "1 Aug",
  });
});

test.each(["completed", "declined", "withdrawn", "cancelled", "expired"] as const)("one that is %s tells nothing", (status) => {
  const over = booking({ status });
  expect(replyValues({ ...talk, bookings: [over] })).toEqual({ name: "Maya", home: "14 Mill Road" });
  const older = booking({ room: { id: over.room.id, name: "Room 1" } });
  expect(replyValues({ ...talk, bookings: [over, older] }).room).toBe("Room 1");
});

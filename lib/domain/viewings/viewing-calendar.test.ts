import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { Viewing } from "#lib/contract/viewings.ts";
import { calendarOf } from "./viewing-calendar.ts";

const viewing: Viewing = {
  id: "01a2022b-2538-740d-85d2-2739da46ec09",
  listing: {
    id: "01a2022b-2538-740d-85d2-2739da46ec08",
    title: "Rook House, the tall one; with a bell",
    street: "Mill Road 14",
    city: "Cambridge",
    timeZone: "Europe/Berlin",
  },
  room: { id: "01a2022b-2538-740d-85d2-2739da46ec07", name: "Room 2" },
  student: { id: "01a2022b-2538-740d-85d2-2739da46ec06", name: "Zoë" },
  landlord: { id: "01a2022b-2538-740d-85d2-2739da46ec05", name: "Lena" },
  conversationId: "01a2022b-2538-740d-85d2-2739da46ec04",
  kind: "on_site",
  status: "confirmed",
  version: 2,
  confirmed: { startsAt: "2027-03-28T00:30:00.000Z", minutes: 45 },
  offer: null,
  reason: null,
  note: null,
  steps: { student: [], landlord: [] },
  createdAt: "2027-03-01T12:00:00.000Z",
  updatedAt: "2027-03-02T12:00:00.000Z",
};

const read = (given: Partial<Viewing> = {}, slot = viewing.confirmed) => {
  if (!slot) throw new Error("no time");
  const calendar = new ICAL.Component(ICAL.parse(calendarOf({ ...viewing, ...given }, slot, "https://uninest.example")));
  const events = calendar.getAllSubcomponents("vevent");
  const [component] = events;
  if (!component || events.length !== 1) throw new Error("not one event");
  const event = new ICAL.Event(component);
  return { calendar, component, event };
};

describe("the calendar file of a viewing, read by another library", () => {
  it("says when it is, as instants that need no zone", () => {
    const { event, calendar } = read();
    expect(event.startDate.toJSDate()).toEqual(new Date("2027-03-28T00:30:00.000Z"));
    expect(event.endDate.toJSDate()).toEqual(new Date("2027-03-28T01:15:00.000Z"));
    expect(event.startDate.zone.tzid).toBe("UTC");
    expect(calendar.getAllSubcomponents("vtimezone")).toEqual([]);
  });

  it.each([
    ["before the clocks go forward", "2027-03-28T00:59:00.000Z"],
    ["after the clocks went forward", "2027-03-28T01:00:00.000Z"],
    ["in the first of two hours", "2026-10-25T00:30:00.000Z"],
    ["in the second of two hours", "2026-10-25T01:30:00.000Z"],
  ])("keeps the very instant %s", (_, startsAt) => {
    expect(read({}, { startsAt, minutes: 30 }).event.startDate.toJSDate().toISOString()).toBe(startsAt);
  });

  it("says where it is and with whom, whatever is in the words", () => {
    const { event, component } = read();
    expect(event.summary).toBe("Viewing: Rook House, the tall one; with a bell");
    expect(event.location).toBe("Mill Road 14, Cambridge");
    expect(event.description).toContain("Zoë meets Lena.");
    expect(component.getFirstPropertyValue("url")).toBe(`https://uninest.example/inbox/${viewing.conversationId}`);
    expect(read({ kind: "video" }).event.location).toBe("By video");
  });

  it("is one event that moves: the same UID, a higher SEQUENCE", () => {
    const before = read();
    const after = read(
      { version: 4, updatedAt: "2027-03-03T12:00:00.000Z" },
      { startsAt: "2027-03-29T08:00:00.000Z", minutes: 30 },
    );
    expect(after.event.uid).toBe(before.event.uid);
    expect([before.event.sequence, after.event.sequence]).toEqual([1, 3]);
    expect(after.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(after.calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  });

  it("cancels that event when the viewing is cancelled", () => {
    const { calendar, component, event } = read({ status: "cancelled", version: 3 });
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(event.sequence).toBe(2);
    expect(event.uid).toBe(read().event.uid);
  });

  it("is the same file for the same state", () => {
    expect(calendarOf(viewing, { startsAt: "2027-03-28T00:30:00.000Z", minutes: 45 }, "https://uninest.example")).toBe(
      calendarOf(viewing, { startsAt: "2027-03-28T00:30:00.000Z", minutes: 45 }, "https://uninest.example"),
    );
  });
});

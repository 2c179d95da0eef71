import { describe, expect, it } from "vitest";
import { formatAgo, formatCalendarDate, formatClock, formatDayLabel, formatListTime, formatPrice } from "./format.ts";

const now = new Date("2026-11-22T10:00:00.000Z");
const berlin = { timeZone: "Europe/Berlin", now };

describe("prices", () => {
  it("drop empty cents and keep the others", () => {
    expect(formatPrice(54_000)).toBe("€540");
    expect(formatPrice(54_050)).toBe("€540.50");
    expect(formatPrice(112_000)).toBe("€1,120");
  });
});

describe("calendar dates", () => {
  it("name the year only when it is another one", () => {
    expect(formatCalendarDate("2026-12-01", now)).toBe("1 Dec");
    expect(formatCalendarDate("2027-10-01", now)).toBe("1 Oct 2027");
  });
});

describe("times", () => {
  it("are those of the reader's zone", () => {
    expect(formatClock("2026-11-22T09:05:00.000Z", berlin)).toBe("10:05");
    expect(formatClock("2026-11-22T09:05:00.000Z", { timeZone: "UTC" })).toBe("09:05");
  });

  it("call an instant yesterday by the reader's midnight, not by that of UTC", () => {
    const lateEvening = "2026-11-21T23:30:00.000Z";
    expect(formatDayLabel(lateEvening, berlin)).toBe("Today");
    expect(formatDayLabel(lateEvening, { timeZone: "UTC", now })).toBe("Yesterday");
  });

  it("shorten with distance", () => {
    expect(formatListTime("2026-11-22T09:05:00.000Z", berlin)).toBe("10:05");
    expect(formatListTime("2026-11-21T09:05:00.000Z", berlin)).toBe("Yesterday");
    expect(formatListTime("2026-11-18T09:05:00.000Z", berlin)).toBe("Wed");
    expect(formatListTime("2026-10-12T09:05:00.000Z", berlin)).toBe("12 Oct");
    expect(formatListTime("2025-10-12T09:05:00.000Z", berlin)).toBe("12/10/2025");
  });

  it("show a sender's clock that runs ahead as a time of today", () => {
    expect(formatListTime("2026-11-23T09:05:00.000Z", berlin)).toBe("10:05");
  });

  it("spell out days in the message list", () => {
    expect(formatDayLabel("2026-11-18T09:05:00.000Z", berlin)).toBe("Wednesday");
    expect(formatDayLabel("2026-10-12T09:05:00.000Z", berlin)).toBe("12 October");
    expect(formatDayLabel("2025-10-12T09:05:00.000Z", berlin)).toBe("12 October 2025");
  });
});

describe("how long ago", () => {
  it("grows from now over minutes and hours to days", () => {
    expect(formatAgo("2026-11-22T09:59:40.000Z", now)).toBe("now");
    expect(formatAgo("2026-11-22T09:55:00.000Z", now)).toBe("5 min ago");
    expect(formatAgo("2026-11-22T07:00:00.000Z", now)).toBe("3 hr ago");
    expect(formatAgo("2026-11-21T09:00:00.000Z", now)).toBe("yesterday");
  });
});

import { describe, expect, it } from "vitest";
import { formatSlot } from "./format-slot.ts";

const NOW = new Date("2027-01-01T12:00:00.000Z");
const at = (startsAt: string, timeZone = "Europe/Berlin", now = NOW) => formatSlot({ startsAt, minutes: 30 }, { timeZone, now });

describe("the words of an offered time", () => {
  it("are those of the home's clock, before and after it changes", () => {
    expect(at("2027-03-27T09:00:00.000Z")).toBe("Sat 27 Mar, 10:00–10:30");
    expect(at("2027-03-28T08:00:00.000Z")).toBe("Sun 28 Mar, 10:00–10:30");
    expect(at("2027-03-28T08:00:00.000Z", "Europe/London")).toBe("Sun 28 Mar, 09:00–09:30");
    expect(at("2027-03-28T00:45:00.000Z")).toBe("Sun 28 Mar, 01:45–03:15");
  });

  it("name the year when it is another one", () => {
    expect(at("2028-03-28T08:00:00.000Z")).toBe("Tue, 28 Mar 2028, 10:00–10:30");
  });

  it("tell the two hours apart that a clock shows alike", () => {
    const october = (startsAt: string) => at(startsAt, "Europe/Berlin", new Date("2026-10-01T12:00:00.000Z"));
    expect(october("2026-10-25T00:30:00.000Z")).toBe("Sun 25 Oct, 02:30 CEST–02:00 CET");
    expect(october("2026-10-25T01:15:00.000Z")).toBe("Sun 25 Oct, 02:15 CET–02:45 CET");
    expect(october("2026-10-25T02:30:00.000Z")).toBe("Sun 25 Oct, 03:30–04:00");
  });
});

import { expect, test } from "vitest";
import { quietUntil } from "./quiet-hours.policy.ts";

const end = (from: string, until: string, timeZone: string, now: string): string | undefined =>
  quietUntil({ from, until, timeZone }, new Date(now))?.toISOString();

test.each([
  // Berlin is one hour ahead in winter, two in summer.
  ["before they begin", "22:00", "07:00", "Europe/Berlin", "2026-11-25T20:59:59.000Z", undefined],
  ["as they begin", "22:00", "07:00", "Europe/Berlin", "2026-11-25T21:00:00.000Z", "2026-11-26T06:00:00.000Z"],
  ["before midnight", "22:00", "07:00", "Europe/Berlin", "2026-11-25T22:30:30.000Z", "2026-11-26T06:00:00.000Z"],
  ["after midnight", "22:00", "07:00", "Europe/Berlin", "2026-11-26T05:59:59.999Z", "2026-11-26T06:00:00.000Z"],
  ["as they end", "22:00", "07:00", "Europe/Berlin", "2026-11-26T06:00:00.000Z", undefined],
  ["within one day", "12:00", "14:00", "Europe/Berlin", "2026-11-25T12:30:00.000Z", "2026-11-25T13:00:00.000Z"],
  ["after them on that day", "12:00", "14:00", "Europe/Berlin", "2026-11-25T13:00:00.000Z", undefined],
  ["almost always", "07:01", "07:00", "UTC", "2026-11-25T07:01:00.000Z", "2026-11-26T07:00:00.000Z"],
  [
    "over the night that is an hour shorter",
    "22:00",
    "07:00",
    "Europe/Berlin",
    "2027-03-27T22:00:00.000Z",
    "2027-03-28T05:00:00.000Z",
  ],
  [
    "over the night that is an hour longer",
    "22:00",
    "07:00",
    "Europe/Berlin",
    "2026-10-24T21:00:00.000Z",
    "2026-10-25T06:00:00.000Z",
  ],
  ["until a time that is left out", "22:00", "02:30", "Europe/Berlin", "2027-03-27T22:00:00.000Z", "2027-03-28T01:30:00.000Z"],
  ["until a time that comes twice", "22:00", "02:30", "Europe/Berlin", "2026-10-24T21:00:00.000Z", "2026-10-25T00:30:00.000Z"],
  ["fourteen hours ahead", "22:00", "07:00", "Pacific/Kiritimati", "2026-11-25T09:00:00.000Z", "2026-11-25T17:00:00.000Z"],
  ["half an hour aside", "22:00", "07:00", "Asia/Kolkata", "2026-11-25T17:00:00.000Z", "2026-11-26T01:30:00.000Z"],
])("%s", (_, from, until, timeZone, now, expected) => {
  expect(end(from, until, timeZone, now)).toBe(expected);
});

test("who travels takes their quiet hours along", () => {
  const now = "2026-11-25T21:30:00.000Z";
  expect(end("22:00", "07:00", "Europe/Berlin", now)).toBe("2026-11-26T06:00:00.000Z");
  expect(end("22:00", "07:00", "America/New_York", now)).toBeUndefined();
});

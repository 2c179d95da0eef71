import { expect, test } from "vitest";
import { dateFormat, dayOf } from "./date-format.ts";

test("an instant is of the day that it is in its reader's zone", () => {
  const at = new Date("2026-11-22T23:30:00Z");
  expect(dayOf(at, "Europe/Berlin")).toBe("2026-11-23");
  expect(dayOf(at, "America/New_York")).toBe("2026-11-22");
});

test("a format is made once for each zone and each way of writing", () => {
  const berlin = dateFormat("en-GB", { timeZone: "Europe/Berlin", weekday: "long" });
  expect(dateFormat("en-GB", { timeZone: "Europe/Berlin", weekday: "long" })).toBe(berlin);
  expect(dateFormat("en-GB", { timeZone: "Europe/Berlin", weekday: "short" })).not.toBe(berlin);
  expect(dateFormat("en-GB", { timeZone: "Europe/London", weekday: "long" })).not.toBe(berlin);
});

test("readers of ever other zones do not make it grow: what was made is made again", () => {
  const first = dateFormat("en-GB", { timeZone: "Europe/Berlin" });
  for (const timeZone of Intl.supportedValuesOf("timeZone").slice(0, 60)) dateFormat("en-GB", { timeZone });
  expect(dateFormat("en-GB", { timeZone: "Europe/Berlin" })).not.toBe(first);
});

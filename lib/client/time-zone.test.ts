import { expect, it } from "vitest";
import { timeZoneOf } from "./time-zone.ts";

it("takes a zone that exists and nothing else", () => {
  expect(timeZoneOf("Europe/Berlin")).toBe("Europe/Berlin");
  expect(timeZoneOf("Mars/Olympus")).toBe("UTC");
  expect(timeZoneOf("")).toBe("UTC");
  expect(timeZoneOf(undefined)).toBe("UTC");
});

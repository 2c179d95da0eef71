import { describe, expect, test } from "vitest";
import { responseWords, spanOf } from "./response-words.ts";

describe("how long somebody waits, in words", () => {
  test.each([
    [0, "minutes", 1],
    [59, "minutes", 59],
    [60, "hours", 1],
    [61, "hours", 2],
    [1_439, "hours", 24],
    [1_440, "days", 1],
    [1_441, "days", 2],
  ] as const)("%i minutes", (minutes, unit, count) => {
    expect(spanOf(minutes)).toEqual({ unit, count });
  });
});

describe("what is said of a landlord", () => {
  test.each([
    ["new", null, null, { key: "isNew" }],
    ["fast", 7, 100, { key: "hours", count: 1 }],
    ["within two hours", 61, 90, { key: "hours", count: 2 }],
    ["within days", 3_000, 50, { key: "days", count: 3 }],
    ["seldom", 7, 49, { key: "seldom", percent: 49 }],
    ["never", null, 0, { key: "seldom", percent: 0 }],
  ] as const)("%s", (_, medianMinutes, answeredPercent, words) => {
    expect(responseWords({ threads: 12, medianMinutes, answeredPercent })).toEqual(words);
  });
});

import { expect, test } from "vitest";
import { formatBytes, formatLength } from "./format-file.ts";

test.each([
  [812, "812 byte"],
  [24_400, "24 kB"],
  [999_999, "1,000 kB"],
  [3_440_000, "3.4 MB"],
  [26_214_400, "26.2 MB"],
])("%i bytes are %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test.each([
  [0, "0:00"],
  [7_400, "0:07"],
  [59_600, "1:00"],
  [760_000, "12:40"],
])("%i ms are %s", (ms, words) => {
  expect(formatLength(ms)).toBe(words);
});

import { expect, test } from "vitest";
import { rangeOf } from "./byte-range.ts";

test.each([
  [undefined, 10, "whole"],
  ["bytes=0-", 10, { start: 0, end: 9 }],
  ["bytes=0-0", 10, { start: 0, end: 0 }],
  ["bytes=9-", 10, { start: 9, end: 9 }],
  ["bytes=3-5", 10, { start: 3, end: 5 }],
  ["bytes=3-500", 10, { start: 3, end: 9 }],
  ["bytes=-3", 10, { start: 7, end: 9 }],
  ["bytes=-300", 10, { start: 0, end: 9 }],
  ["bytes=-0", 10, "beyond"],
  ["bytes=10-", 10, "beyond"],
  ["bytes=0-", 0, "beyond"],
  ["bytes=5-3", 10, "whole"],
  ["bytes=-", 10, "whole"],
  ["bytes=0-1,3-4", 10, "whole"],
  ["bytes=0-1,,,,", 10, "whole"],
  ["bytes=a-b", 10, "whole"],
  ["bytes=1e1-", 10, "whole"],
  ["bytes=--1", 10, "whole"],
  ["items=0-1", 10, "whole"],
  [`bytes=${"9".repeat(300)}-`, 10, "whole"],
] as const)("%s of %i bytes", (header, size, expected) => {
  expect(rangeOf(header, size)).toEqual(expected);
});

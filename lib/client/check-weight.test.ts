import { expect, test } from "vitest";
import { weightOf } from "./check-weight.ts";

test.each([
  ["0", 0],
  ["60", 60],
  [" 100 ", 100],
  ["101", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["1e1", undefined],
  ["", undefined],
  ["many", undefined],
])("typed as %j a weight is %s", (typed, weight) => {
  expect(weightOf(typed)).toBe(weight);
});

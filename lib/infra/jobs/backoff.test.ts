import { expect, test } from "vitest";
import { jitterMs } from "./backoff.ts";

test("the later the try, the wider the jobs spread; at most by half of what they wait anyway", () => {
  const widest = [1, 2, 3, 10].map((attempt) => Math.round(jitterMs(attempt, 1)));
  expect(widest).toEqual([1_359, 3_695, 10_043, 11_013_233]);
  expect(jitterMs(1, 0)).toBe(0);
  expect(jitterMs(1, 0.5)).toBeCloseTo(680, 0);
});

test("after the tenth try nothing grows any more", () => {
  expect(jitterMs(30, 1)).toBe(jitterMs(10, 1));
});

import { expect, test } from "vitest";
import { areaPath, linePath, roundTop } from "./chart-shape.ts";

const frame = { from: 0, to: 100, top: 10, width: 200, height: 50 };

test.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [6, 10],
  [42, 50],
  [101, 200],
  [0.03, 0.05],
])("the top of a chart whose most is %d is %d", (most, top) => {
  expect(roundTop(most)).toBeCloseTo(top);
});

test("a line goes through its points from left to right, higher where there is more", () => {
  const points = [
    { at: 0, value: 0 },
    { at: 50, value: 5 },
    { at: 100, value: 10 },
  ];
  expect(linePath(points, frame)).toBe("M0 50L100 25L200 0");
  expect(areaPath(points, frame)).toBe("M0 50L100 25L200 0L200 50L0 50Z");
});

test("what is not known is a gap, what is alone a short stroke, and what was before the frame is not drawn", () => {
  const points = [
    { at: -10, value: 3 },
    { at: 0, value: 5 },
    { at: 20, value: null },
    { at: 40, value: 5 },
    { at: 60, value: 20 },
  ];
  expect(linePath(points, frame)).toBe("M0 25h-4M80 25L120 0");
  expect(linePath([], frame)).toBe("");
});

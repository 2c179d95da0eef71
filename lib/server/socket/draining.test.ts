import { expect, test } from "vitest";
import { spreadMsOf } from "./draining.ts";

test.each([
  [0, 0],
  [1, 1_000],
  [250, 1_000],
  [251, 2_000],
  [4_000, 16_000],
  [100_000, 20_000],
])("%i sockets come back over %i ms", (sockets, ms) => {
  expect(spreadMsOf(sockets)).toBe(ms);
});

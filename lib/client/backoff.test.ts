import { describe, expect, it } from "vitest";
import { backoffMs } from "./backoff.ts";

describe("backoffMs", () => {
  it("doubles from one second to thirty", () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 50].map((attempt) => backoffMs(attempt, { random: () => 1 }));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("spreads over the upper half", () => {
    expect(backoffMs(3, { random: () => 0 })).toBe(4_000);
    expect(backoffMs(3, { random: () => 0.5 })).toBe(6_000);
  });
});

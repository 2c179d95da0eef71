import { expect, inject, test } from "vitest";
import { clocks } from "./scenarios/clocks.ts";

test("clocks that are wrong and jump change no order, no count and nobody's session", { timeout: 600_000 }, async () => {
  const { findings, words, counts, jumps } = await clocks(inject("setting"), { rounds: 1 });
  expect(findings, words).toEqual([]);
  expect(jumps).toHaveLength(5);
  expect(counts.acknowledged).toBeGreaterThan(30);
});

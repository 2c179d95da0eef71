import { expect, inject, test } from "vitest";
import { READERS, slowReaders } from "./scenarios/slow-readers.ts";

const MOST_MIB = 100;

test("twenty who read nothing are cut, and cost the others neither memory nor messages", { timeout: 600_000 }, async () => {
  const { findings, words, grownMib, cut, counts } = await slowReaders(inject("setting"), { seconds: 10 });
  expect(findings, words).toEqual([]);
  expect(cut).toBe(READERS);
  expect(grownMib).toBeLessThan(MOST_MIB);
  expect(counts.acknowledged).toBeGreaterThan(50);
});

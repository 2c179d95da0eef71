import { expect, inject, test } from "vitest";
import { steady } from "./scenarios/steady.ts";

test("everyday life passes the checker", async () => {
  const verdict = await steady(inject("setting"), { seconds: 4 });
  expect(verdict.findings, verdict.words).toEqual([]);
  expect(verdict.counts.acknowledged).toBeGreaterThan(50);
  expect(verdict.counts.duplicates).toBeGreaterThan(5);
}, 120_000);

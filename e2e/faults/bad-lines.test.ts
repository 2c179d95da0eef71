import { expect, inject, test } from "vitest";
import { badLines } from "./scenarios/bad-lines.ts";

/** Less, and no line stays dead for as long as it takes to notice it. */
const SECONDS = 24;
/** A dead line is noticed within pingInterval and pingTimeout; the rest is what a busy machine takes. */
const NOTICED_MS = 15_000 + 5_000;

test("eight faults of the line, both ways: all arrives once and in order, and a dead line is noticed", {
  timeout: 600_000,
}, async () => {
  const { findings, words, counts, noticed } = await badLines(inject("setting"), { seconds: SECONDS });
  expect(findings, words).toEqual([]);
  expect(counts.acknowledged).toBeGreaterThan(100);
  expect(new Set(noticed.map(({ fault, way }) => `${fault} ${way}`)).size).toBe(4);
  expect(noticed.filter(({ afterMs }) => afterMs > NOTICED_MS)).toEqual([]);
});

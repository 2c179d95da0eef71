import { expect, inject, test } from "vitest";
import { fullDisk } from "./scenarios/full-disk.ts";
import { migration } from "./scenarios/migration.ts";

const HEAL_MS = 10_000;

test("without room on a disk files, and then messages, are refused until there is some; no half of one is left", {
  timeout: 600_000,
}, async (context) => {
  // A disk of its own is mounted by root alone.
  context.skip(process.platform !== "linux" || process.getuid?.() !== 0, "NOT TRIED: small disks take root on Linux");
  const { findings, words, upload, codes, healedMs, exits } = await fullDisk();
  expect(findings, words).toEqual([]);
  expect(upload).toEqual({
    whileFull: 503,
    codeWhileFull: "unavailable",
    textWhileFull: true,
    leftovers: [],
    afterwards: 204,
    isWhole: true,
  });
  expect([codes, exits]).toEqual([["unavailable"], 0]);
  expect(healedMs).toBeLessThan(HEAL_MS);
});

test("the next version migrates, twice at once, while people write to this one", { timeout: 600_000 }, async () => {
  const { findings, words, migrated, exits, counts } = await migration(inject("setting"), { rounds: 2 });
  expect(findings, words).toEqual([]);
  expect([migrated, exits]).toEqual([2, 0]);
  expect(counts.acknowledged).toBeGreaterThan(50);
});

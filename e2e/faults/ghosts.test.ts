import { expect, inject, test } from "vitest";
import { ghosts } from "./scenarios/ghosts.ts";

test("what an old connection lets go late is stored once, and not at all after a sign-out or a block", {
  timeout: 600_000,
}, async () => {
  const { findings, words, counts, risen } = await ghosts(inject("setting"), { count: 50 });
  expect(findings, words).toEqual([]);
  expect(risen).toEqual([]);
  expect(counts.acknowledged).toBeGreaterThan(10);
  expect(counts.refused).toBeGreaterThan(10);
});

import { expect, inject, test } from "vitest";
import { slowReaders } from "./scenarios/slow-readers.ts";

test("twenty who read nothing and one who sleeps cost the others nothing", { timeout: 180_000 }, async () => {
  const { findings, words, grownMib, cut, p99 } = await slowReaders(inject("setting"), { seconds: 10 });
  expect(findings, words).toEqual([]);
  expect(grownMib).toBeLessThan(100);
  expect(cut).toBe(20);
  // How much slower is for the long run on an idle machine to say; here nobody may have had to try again.
  expect(p99).toBeLessThan(4_000);
});

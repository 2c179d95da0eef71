import { expect, test } from "vitest";
import { createSharedRead } from "./shared-read.ts";

test("those who ask while one read is under way share the next, each key once", async () => {
  const reads: { keys: string[]; answer: () => void }[] = [];
  const ask = createSharedRead<string>(
    (keys) =>
      new Promise((resolve) => {
        const known = keys.filter((key) => key !== "nobody");
        reads.push({ keys, answer: () => resolve(new Map(known.map((key) => [key, `of ${key}`]))) });
      }),
  );
  const alice = ask("alice");
  await expect.poll(() => reads.length).toBe(1);
  const others = ["bob", "carol", "bob", "nobody", "alice"].map(ask);
  reads[0]?.answer();
  expect(await alice).toBe("of alice");
  await expect.poll(() => reads.length).toBe(2);
  // Alice is asked for anew: what was read before that may be old by now.
  expect(reads.map(({ keys }) => keys)).toEqual([["alice"], ["bob", "carol", "nobody", "alice"]]);
  reads[1]?.answer();
  expect(await Promise.all(others)).toEqual(["of bob", "of carol", "of bob", undefined, "of alice"]);
});

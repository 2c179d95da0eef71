import { expect, test } from "vitest";
import { createBatcher } from "./batcher.ts";

/** A run that waits until the test lets it go. */
const heldRuns = () => {
  const runs: { items: number[]; finish: () => void }[] = [];
  const run = (items: number[]) =>
    new Promise<string[]>((resolve) => {
      runs.push({ items, finish: () => resolve(items.map((item) => `done ${item}`)) });
    });
  return { runs, run };
};

test("one caller at a time waits for nobody; those who come meanwhile share the next run", async () => {
  const { runs, run } = heldRuns();
  const batcher = createBatcher({ size: 2, capacity: 10, run });
  const answers = [1, 2, 3, 4].map((item) => batcher.add(item));
  expect(runs.map(({ items }) => items)).toEqual([[1]]);
  runs[0]?.finish();
  await expect.poll(() => runs.map(({ items }) => items)).toEqual([[1], [2, 3]]);
  runs[1]?.finish();
  await expect.poll(() => runs.map(({ items }) => items)).toEqual([[1], [2, 3], [4]]);
  runs[2]?.finish();
  expect(await Promise.all(answers)).toEqual(["done 1", "done 2", "done 3", "done 4"]);
});

test("with two lanes two runs are under way; those who come in the same moment begin together where they are waited for", async () => {
  const { runs, run } = heldRuns();
  const begins: (() => void)[] = [];
  const batcher = createBatcher({ size: 2, capacity: 10, lanes: 2, begin: (start) => begins.push(start), run });
  const answers = [1, 2, 3, 4, 5].map((item) => batcher.add(item));
  expect(runs).toEqual([]);
  for (const start of begins) start();
  expect(runs.map(({ items }) => items)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  runs[1]?.finish();
  await expect.poll(() => runs.map(({ items }) => items).at(2)).toEqual([5]);
  runs[0]?.finish();
  runs[2]?.finish();
  expect(await Promise.all(answers)).toEqual(["done 1", "done 2", "done 3", "done 4", "done 5"]);
});

test("a failed run fails its own callers and nobody after them", async () => {
  let calls = 0;
  const batcher = createBatcher<number, number>({
    size: 1,
    capacity: 10,
    run: async (items) => {
      calls += 1;
      if (calls === 1) throw new Error("lost");
      return items;
    },
  });
  const [first, second] = await Promise.allSettled([batcher.add(1), batcher.add(2)]);
  expect(first).toMatchObject({ status: "rejected" });
  expect(second).toEqual({ status: "fulfilled", value: 2 });
});

test("beyond its capacity a caller is told to come back", async () => {
  const { runs, run } = heldRuns();
  const batcher = createBatcher({ size: 1, capacity: 1, run });
  const first = batcher.add(1);
  const second = batcher.add(2);
  await expect(batcher.add(3)).rejects.toMatchObject({ code: "unavailable" });
  runs[0]?.finish();
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.finish();
  expect(await Promise.all([first, second])).toEqual(["done 1", "done 2"]);
});

import { expect, test } from "vitest";
import { createPartWatch } from "./part-watch.ts";

const works = async () => "done";
const fails = () => Promise.reject(new Error("away"));

test("a part is down after three failures in a row, and up with the next good answer", async () => {
  const watch = createPartWatch();
  const states: boolean[] = [];
  for (const work of [fails, fails, works, fails, fails, fails, fails, works]) {
    await watch.during<unknown>(work).catch(() => undefined);
    states.push(watch.isUp());
  }
  expect(states).toEqual([true, true, true, true, true, false, false, true]);
});

test("what comes out is what went in, and a fault of ours is none of the part's", async () => {
  const watch = createPartWatch();
  expect(await watch.during(works)).toBe("done");
  for (let one = 0; one < 5; one += 1) await expect(watch.during(fails, () => false)).rejects.toThrow("away");
  expect(watch.isUp()).toBe(true);
});

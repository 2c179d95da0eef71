import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createSilenceWatch } from "./silence-watch.ts";

const TICK_MS = 5;
/** Longer than it takes to wonder, and to ask. */
const LONG_MS = TICK_MS * 40;

/** A database that answers probes or not, and all that is told of it. */
const scene = () => {
  const told: string[] = [];
  const state = { answers: true };
  const watch = createSilenceWatch({
    tickMs: TICK_MS,
    probe: () => ({ answer: state.answers ? Promise.resolve() : new Promise(() => undefined), end: () => told.push("gave up") }),
    isLoss: (error) => error instanceof Error && error.message === "lost",
    onLost: () => told.push("lost"),
    onReturn: () => told.push("back"),
  });
  onTestFinished(watch.stop);
  return { watch, state, told };
};

const codeOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: { code?: string }) => error.code ?? error);
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await delay(1);
};

test("what takes long is waited for, as long as somebody answers", async () => {
  const { watch, told } = scene();
  expect(await watch.during(() => delay(LONG_MS, "slow"))).toBe("slow");
  expect(told).toEqual([]);
});

test("when nobody answers, all who wait are told, and who comes is told at once; until somebody does", async () => {
  const { watch, state, told } = scene();
  state.answers = false;
  const waiting = [1, 2, 3].map(() => codeOf(watch.during(() => new Promise(() => undefined))));
  expect(await Promise.all(waiting)).toEqual(["DATABASE_AWAY", "DATABASE_AWAY", "DATABASE_AWAY"]);
  let wasAsked = false;
  const work = async (): Promise<string> => {
    wasAsked = true;
    return "done";
  };
  expect([await codeOf(watch.during(work)), wasAsked, watch.isAway()]).toEqual(["DATABASE_AWAY", false, true]);
  state.answers = true;
  await until(() => !watch.isAway());
  expect(await watch.during(work)).toBe("done");
  expect(told.filter((word) => word !== "gave up")).toEqual(["lost", "back"]);
});

test("a broken line makes it look at once; one line alone is no outage", async () => {
  const { watch, state, told } = scene();
  await codeOf(watch.during(() => Promise.reject(new Error("lost"))));
  await delay(TICK_MS * 4);
  expect([watch.isAway(), told]).toEqual([false, []]);
  state.answers = false;
  await codeOf(watch.during(() => Promise.reject(new Error("lost"))));
  await until(watch.isAway);
  expect(told).toContain("lost");
});

test("what fails of itself is no reason to look", async () => {
  const { watch, state } = scene();
  state.answers = false;
  await codeOf(watch.during(() => Promise.reject(new Error("a duplicate key"))));
  await delay(LONG_MS);
  expect(watch.isAway()).toBe(false);
});

test("a process that stands still blames nobody", async () => {
  const { watch, told } = scene();
  const work = watch.during(() => delay(TICK_MS * 10, "done"));
  const end = performance.now() + LONG_MS;
  while (performance.now() < end);
  expect([await work, told]).toEqual(["done", []]);
});

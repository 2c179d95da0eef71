import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createBreaker, createBreakers, isResting } from "./breaker.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const works = async () => "done";
const fails = () => Promise.reject(new Error("away"));
const outcomeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => (isResting(error) ? "rests" : "failed"));

test("a part is down after three failures in a row, is left alone, and is up with the next good answer", async () => {
  const restMs = 40;
  const breaker = createBreaker({ restMs: { least: restMs, most: restMs } });
  const seen: unknown[] = [];
  for (const work of [fails, fails, works, fails, fails, fails]) await outcomeOf(breaker.during<unknown>(work));
  expect(breaker.isUp()).toBe(false);
  const asked = vi.fn(works);
  seen.push(await outcomeOf(breaker.during(asked)));
  expect([seen, asked.mock.calls.length]).toEqual([["rests"], 0]);
  await vi.advanceTimersByTimeAsync(restMs + 10);
  expect(await outcomeOf(breaker.during<unknown>(fails))).toBe("failed");
  expect(await outcomeOf(breaker.during(asked))).toBe("rests");
  await vi.advanceTimersByTimeAsync(restMs + 10);
  expect([await outcomeOf(breaker.during(asked)), breaker.isUp()]).toEqual(["done", true]);
});

test("the longer it is away, the longer it is left alone, and it says why", async () => {
  const breaker = createBreaker({ restMs: { least: 20, most: 10_000 } });
  for (const work of [fails, fails, fails]) await outcomeOf(breaker.during<unknown>(work));
  await vi.advanceTimersByTimeAsync(30);
  expect(await outcomeOf(breaker.during<unknown>(fails))).toBe("failed");
  await vi.advanceTimersByTimeAsync(25);
  await expect(breaker.during(works)).rejects.toMatchObject({ code: "PART_RESTS", cause: { message: "away" } });
  await vi.advanceTimersByTimeAsync(25);
  expect(await outcomeOf(breaker.during(works))).toBe("done");
});

test("while it is tried again, nobody waits for what becomes of that", async () => {
  const breaker = createBreaker({ restMs: { least: 0, most: 0 } });
  for (const work of [fails, fails, fails]) await outcomeOf(breaker.during<unknown>(work));
  let answer: (value: string) => void = () => undefined;
  const late = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const first = breaker.during(() => late);
  expect(await outcomeOf(breaker.during(works))).toBe("rests");
  answer("late");
  expect([await first, await outcomeOf(breaker.during(works)), breaker.isUp()]).toEqual(["late", "done", true]);
});

test("a clock that is set back by an hour holds up nobody", async () => {
  const restMs = 20;
  const breaker = createBreaker({ restMs: { least: restMs, most: restMs } });
  for (const work of [fails, fails, fails]) await outcomeOf(breaker.during<unknown>(work));
  const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(restMs + 10);
  expect(await outcomeOf(breaker.during(works))).toBe("done");
  clock.mockRestore();
});

test("what comes out is what went in, and a fault of ours is none of the part's", async () => {
  const breaker = createBreaker({ isItsFault: () => false });
  expect(await breaker.during(works)).toBe("done");
  for (let one = 0; one < 5; one += 1) await expect(breaker.during(fails)).rejects.toThrow("away");
  expect(breaker.isUp()).toBe(true);
});

test("one that is away says nothing of another", async () => {
  const hosts = createBreakers();
  for (let one = 0; one < 3; one += 1) await outcomeOf(hosts.during("dead.example", fails));
  expect(await outcomeOf(hosts.during("dead.example", works))).toBe("rests");
  expect(await outcomeOf(hosts.during("live.example", works))).toBe("done");
  for (let one = 0; one < 500; one += 1) await hosts.during(`${one}.example`, works);
  expect(await outcomeOf(hosts.during("dead.example", works))).toBe("done");
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createComeBack } from "./come-back.ts";

const setUp = () => {
  let reaches = async (): Promise<boolean> => false;
  const startedAt = Date.now();
  const looks: number[] = [];
  const onBack = vi.fn();
  const comeBack = createComeBack({
    reaches: () => {
      looks.push((Date.now() - startedAt) / 1_000);
      return reaches();
    },
    onBack,
  });
  return {
    comeBack,
    looks,
    onBack,
    answers: (next: () => Promise<boolean>) => {
      reaches = next;
    },
  };
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(1);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("looks again by itself, ever more rarely, and comes back once", async () => {
  const { comeBack, looks, onBack, answers } = setUp();
  comeBack.start();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(looks).toEqual([4, 12, 28, 58, 88]);
  expect(onBack).not.toHaveBeenCalled();
  answers(async () => true);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(looks).toHaveLength(6);
  expect(onBack).toHaveBeenCalledTimes(1);
});

it("looks at once when it is woken, and goes on when that fails", async () => {
  const { comeBack, looks, onBack, answers } = setUp();
  comeBack.start();
  answers(() => Promise.reject(new Error("no network")));
  comeBack.wake();
  await vi.advanceTimersByTimeAsync(3_999);
  expect(looks).toEqual([0]);
  answers(async () => true);
  await vi.advanceTimersByTimeAsync(1);
  expect(onBack).toHaveBeenCalledTimes(1);
});

it("does nothing more once it is stopped, whatever is still asked", async () => {
  const { comeBack, looks, onBack, answers } = setUp();
  let say: (isBack: boolean) => void = () => undefined;
  answers(() => new Promise((resolve) => (say = resolve)));
  comeBack.start();
  comeBack.wake();
  comeBack.stop();
  say(true);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(looks).toEqual([0]);
  expect(onBack).not.toHaveBeenCalled();
});

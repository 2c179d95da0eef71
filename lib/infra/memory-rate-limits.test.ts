import { AsyncLocalStorage } from "node:async_hooks";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rates } from "#lib/contract/limits.ts";
import { createMemoryRateLimits } from "./memory-rate-limits.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const { points, seconds } = rates["presence:update"];

const times = async (count: number, take: () => Promise<void>): Promise<(number | undefined)[]> => {
  const waits: (number | undefined)[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    waits.push(
      await take().then(
        () => undefined,
        ({ retryAfterMs }) => retryAfterMs,
      ),
    );
  }
  return waits;
};

test("the first one too many is told to wait until the window ends that the first one opened", async () => {
  const limits = createMemoryRateLimits(1);
  const take = () => limits.take("presence:update", "user alice");
  await take();
  vi.advanceTimersByTime(10_000);
  const waits = await times(points, take);
  expect(waits).toEqual([...Array.from({ length: points - 1 }, () => undefined), seconds * 1000 - 10_000]);
  vi.advanceTimersByTime(seconds * 1000 - 10_001);
  expect(await times(1, take)).toEqual([1]);
  vi.advanceTimersByTime(1);
  expect(await times(1, take)).toEqual([undefined]);
});

test("each name and each key counts for itself; the factor multiplies, and forgiving forgets", async () => {
  const limits = createMemoryRateLimits(0.2);
  expect(await times(3, () => limits.take("presence:update", "user alice"))).toEqual([undefined, undefined, expect.any(Number)]);
  expect(await times(1, () => limits.take("presence:update", "user bob"))).toEqual([undefined]);
  expect(await times(1, () => limits.take("typing:start", "user alice"))).toEqual([undefined]);
  await limits.forgive("presence:update", "user alice");
  expect(await times(1, () => limits.take("presence:update", "user alice"))).toEqual([undefined]);
});

test("strangers cannot fill the memory: what has rested longest is forgotten, what is used is not", async () => {
  const limits = createMemoryRateLimits(1, { maxKeys: 100 });
  const take = (key: string) => limits.take("sign-in", key);
  await times(rates["sign-in"].points, () => take("alice"));
  for (let stranger = 0; stranger < 1_000; stranger += 1) {
    await take(`stranger ${stranger}`);
    if (stranger % 50 === 0) expect(await times(1, () => take("alice"))).toEqual([expect.any(Number)]);
  }
  // One timer for each key that is remembered.
  expect(vi.getTimerCount()).toBeLessThanOrEqual(100);
});

test("the timer of a window knows nothing of the request that opened it", async () => {
  const limits = createMemoryRateLimits(1);
  const requests = new AsyncLocalStorage<string>();
  const within: unknown[] = [];
  const set = globalThis.setTimeout;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((...how: Parameters<typeof set>) => {
    within.push(requests.getStore());
    return set(...how);
  }) as typeof set);
  await requests.run("a request and all that hangs on it", async () => {
    await limits.take("sign-in", "alice");
    expect(requests.getStore()).toBe("a request and all that hangs on it");
  });
  expect(within).toEqual([undefined]);
});

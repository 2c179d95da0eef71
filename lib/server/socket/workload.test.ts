import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createWorkload } from "./workload.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const slow = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve("done"), ms));

test("waits for what is under way, failed or not, and for no more", async () => {
  const workload = createWorkload();
  const done = workload.during(slow(100));
  const failed = workload.during(slow(200).then(() => Promise.reject(new Error("no")))).catch(() => "failed");
  const idle = vi.fn();
  void workload.idle(5_000).then(idle);
  await vi.advanceTimersByTimeAsync(150);
  expect([workload.count(), idle.mock.calls.length]).toEqual([1, 0]);
  await vi.advanceTimersByTimeAsync(50);
  expect(idle).toHaveBeenCalledOnce();
  expect(await Promise.all([done, failed])).toEqual(["done", "failed"]);
});

test("waits no longer than told", async () => {
  const workload = createWorkload();
  void workload.during(slow(10_000));
  const idle = vi.fn();
  void workload.idle(1_000).then(idle);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(idle).toHaveBeenCalledOnce();
});

test("with nothing under way there is nothing to wait for", async () => {
  await createWorkload().idle(1_000);
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError } from "./api.ts";
import { orKept } from "./or-kept.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const after = <Value>(ms: number, value: Value) => new Promise<Value>((resolve) => setTimeout(() => resolve(value), ms));
const kept = vi.fn(async () => "kept");

it("is the server's answer, good or bad, when there is one in time", async () => {
  const good = orKept(after(2_900, "answer"), kept);
  await vi.advanceTimersByTimeAsync(2_900);
  expect(await good).toBe("answer");
  await expect(orKept(Promise.reject(new ApiError("unauthenticated")), kept)).rejects.toMatchObject({ code: "unauthenticated" });
  expect(kept).not.toHaveBeenCalled();
});

it("is what was kept when the server cannot be reached, or takes long", async () => {
  expect(await orKept(Promise.reject(new ApiError("unavailable")), kept)).toBe("kept");
  const late = orKept(after(60_000, "answer"), kept);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await late).toBe("kept");
});

it("is the server's answer after all when nothing is kept, or it cannot be read", async () => {
  await expect(orKept(Promise.reject(new ApiError("unavailable")), async () => undefined)).rejects.toMatchObject({
    code: "unavailable",
  });
  const late = orKept(after(10_000, "answer"), () => Promise.reject(new Error("no storage")));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await late).toBe("answer");
});

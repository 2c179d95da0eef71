import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createGate } from "./gate.ts";
import { isOutage } from "./outage.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Work that goes on until it is told to finish. */
const work = (log: string[], name: string) => {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const run = async () => {
    log.push(name);
    await done;
    return name;
  };
  return { run, finish };
};

test("no more run at once than there are places, and the rest in their order", async () => {
  const log: string[] = [];
  const gate = createGate({ places: 1, waitMs: 1_000 });
  const [first, second, third] = [work(log, "first"), work(log, "second"), work(log, "third")];
  const all = [gate.enter(first.run), gate.enter(second.run), gate.enter(third.run)];
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual(["first"]);
  first.finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual(["first", "second"]);
  second.finish();
  third.finish();
  expect(await Promise.all(all)).toEqual(["first", "second", "third"]);
});

test("who waits too long is told that the database is busy, and its place is not lost", async () => {
  const log: string[] = [];
  const gate = createGate({ places: 1, waitMs: 2_000 });
  const first = work(log, "first");
  const running = gate.enter(first.run);
  const refused = gate.enter(async () => "late").catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(2_000);
  const error = await refused;
  expect(error).toMatchObject({ code: "DATABASE_BUSY" });
  expect(isOutage(error)).toBe(true);
  first.finish();
  await running;
  expect(await gate.enter(async () => "next")).toBe("next");
});

test("failed work gives its place back", async () => {
  const gate = createGate({ places: 1, waitMs: 1_000 });
  await expect(gate.enter(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await gate.enter(async () => "next")).toBe("next");
});

test("an outage is recognised behind what wraps it, and a defect is none", () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(isOutage(new Error("Failed query", { cause: refused }))).toBe(true);
  expect(isOutage(Object.assign(new Error("duplicate key"), { code: "23505" }))).toBe(false);
  expect(isOutage("ECONNREFUSED")).toBe(false);
});

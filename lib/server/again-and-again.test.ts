import { expect, test, vi } from "vitest";
import type { Log } from "#lib/domain/ports.ts";
import { againAndAgain } from "./again-and-again.ts";

test("it is done at once; what fails is told, and tried again; stopped, it is done no more", async () => {
  const told: string[] = [];
  const log = { warn: (_: object, message: string) => void told.push(message) } as unknown as Log;
  const work = vi.fn(async () => undefined).mockRejectedValueOnce(new Error("the database is away"));
  const { stop } = againAndAgain({ work, everyMs: 5, complaint: "it failed", log });
  expect(work).toHaveBeenCalledOnce();
  await expect.poll(() => work.mock.calls.length).toBeGreaterThan(2);
  expect(told).toEqual(["it failed"]);
  stop();
  const done = work.mock.calls.length;
  // Whatever would come next would have come by then: another one of the same rhythm has had its turn.
  const other = vi.fn(async () => undefined);
  const next = againAndAgain({ work: other, everyMs: 5, complaint: "it failed", log });
  await expect.poll(() => other.mock.calls.length).toBeGreaterThan(2);
  next.stop();
  expect(work.mock.calls.length).toBe(done);
});

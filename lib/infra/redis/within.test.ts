import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { within } from "./within.ts";

const never = new Promise<never>(() => undefined);

test("who asks waits so long and no longer", async () => {
  await expect(within(5, never)).rejects.toThrow("in time");
  expect(await within(1_000, Promise.resolve("there"))).toBe("there");
  await expect(within(1_000, Promise.reject(new Error("no")))).rejects.toThrow("no");
});

test("an answer that came while the process was busy was in time", async () => {
  // Behind something that has just come in: timers are next, and only then what comes in after it.
  await promisify(randomBytes)(8);
  const answer = within(20, promisify(randomBytes)(8));
  for (const until = performance.now() + 80; performance.now() < until; );
  expect((await answer).length).toBe(8);
});

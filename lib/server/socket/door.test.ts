import { expect, test } from "vitest";
import { createDoor } from "./door.ts";

const never = new Promise<void>(() => undefined);

test("when as many as fit are coming in, the next is told when to come back", async () => {
  const door = createDoor({ places: 2 });
  let letIn = (): void => undefined;
  const first = door.admitting(
    new Promise<void>((resolve) => {
      letIn = resolve;
    }),
  );
  expect(door.refusal()).toBeUndefined();
  void door.greeting(never);
  expect(door.refusal()).toMatchObject({ code: "unavailable" });
  letIn();
  await first;
  expect(door.refusal()).toBeUndefined();
});

test("a crowd that is turned away comes back one behind the other, as fast as people come through, and within half a minute", async () => {
  let time = 0;
  const door = createDoor({ places: 10, random: () => 0.5, now: () => time });
  // Half a second for each, after many of them.
  for (let n = 0; n < 200; n += 1) {
    const both = [door.admitting(Promise.resolve()), door.greeting(Promise.resolve())];
    time += 250;
    await Promise.all(both);
  }
  for (let n = 0; n < 10; n += 1) void door.greeting(never);
  const turns = Array.from({ length: 1_000 }, () => door.refusal()?.retryAfterMs ?? 0);
  expect(turns[0]).toBe(1_500);
  // Twenty a second came through, and turns are given to thirty-two.
  expect((turns[200] ?? 0) - (turns[100] ?? 0)).toBeGreaterThan(3_100);
  expect((turns[200] ?? 0) - (turns[100] ?? 0)).toBeLessThan(3_150);
  expect(Math.max(...turns)).toBe(29_500);
  // Once the turns that were given out are over, the next comes soon.
  time += 40_000;
  expect(door.refusal()?.retryAfterMs).toBe(1_500);
});

test("a closed door lets nobody in", () => {
  const door = createDoor({ random: () => 0 });
  door.close();
  expect(door.refusal()).toMatchObject({ code: "unavailable", retryAfterMs: 1_000 });
});

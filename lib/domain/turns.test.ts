import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

const never = () => new Promise<void>(() => undefined);

test("what concerns one thing goes on one after the other, in the order in which it came", async () => {
  const turns = createTurns();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await Promise.resolve();
    log.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([turns.take("room", work("a")), turns.take("room", work("b"))])).toEqual(["a", "b"]);
  expect(log).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

test("nobody waits for another thing, or for one who failed", async () => {
  const turns = createTurns();
  void turns.take("house", never);
  const failed = turns.take("room", () => Promise.reject(new Error("no")));
  const next = turns.take("room", () => Promise.resolve("next"));
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("next");
});

test("when too many wait, one more is told to come back", async () => {
  const turns = createTurns();
  for (let count = 0; count < 200; count += 1) void turns.take("room", never);
  await expect(turns.take("room", never)).rejects.toMatchObject({ code: "unavailable" });
});

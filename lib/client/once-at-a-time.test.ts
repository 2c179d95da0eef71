import { expect, test } from "vitest";
import { createOnceAtATime } from "./once-at-a-time.ts";

test("the same question is asked once while it is under way, another one beside it, and again afterwards", async () => {
  const once = createOnceAtATime<string>();
  const asked: string[] = [];
  const ask = (key: string) =>
    once(key, async () => {
      asked.push(key);
      return `answer ${asked.length}`;
    });
  expect(await Promise.all([ask("older"), ask("older"), ask("newer")])).toEqual(["answer 1", "answer 1", "answer 2"]);
  expect(await ask("older")).toBe("answer 3");
  expect(asked).toEqual(["older", "newer", "older"]);
});

test("a failed question can be asked again", async () => {
  const once = createOnceAtATime<string>();
  await expect(once("older", () => Promise.reject(new Error("offline")))).rejects.toThrow("offline");
  expect(await once("older", async () => "there")).toBe("there");
});

import { expect, test } from "vitest";
import { createSharedRead } from "#lib/domain/shared-read.ts";
import { createLockstep } from "./lockstep.ts";

test("those who come together ask together, step by step; what one of them fails of is their own affair", async () => {
  const reads: string[][] = [];
  const stepOf = (name: string) =>
    createSharedRead(async (keys) => {
      reads.push(keys.map((key) => `${name} of ${key}`));
      return new Map(keys.map((key) => [key, name]));
    });
  const [first, second] = [stepOf("first"), stepOf("second")];
  const together = createLockstep();
  const enter = (person: string) =>
    together(async () => {
      await first(person);
      if (person === "carol") throw new Error("no");
      return `${person}: ${await second(person)}`;
    });
  const [alice, ...others] = await Promise.allSettled(["alice", "bob", "carol", "dora"].map(enter));
  expect(alice).toEqual({ status: "fulfilled", value: "alice: second" });
  expect(others).toEqual([
    { status: "fulfilled", value: "bob: second" },
    { status: "rejected", reason: new Error("no") },
    { status: "fulfilled", value: "dora: second" },
  ]);
  expect(reads).toEqual([
    ["first of alice"],
    ["second of alice"],
    ["first of bob", "first of carol", "first of dora"],
    ["second of bob", "second of dora"],
  ]);
});

test("who never gets through keeps nobody else out", async () => {
  const together = createLockstep();
  void together(() => new Promise(() => undefined));
  expect(await together(async () => "bob")).toBe("bob");
});

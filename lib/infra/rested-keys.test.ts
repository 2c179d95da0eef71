import { expect, test } from "vitest";
import { createRestedKeys } from "./rested-keys.ts";

const createKeys = ({ most }: { most: number }) => {
  const clock = { ms: 0 };
  return { clock, keys: createRestedKeys({ most, restMs: 60_000, now: () => clock.ms }) };
};

test("of ten thousand who came once a second those of the last minute are kept", () => {
  const { clock, keys } = createKeys({ most: 50_000 });
  for (let n = 0; n < 10_000; n += 1) {
    clock.ms += 1_000;
    expect(keys.use(`user ${n}`)).toBeUndefined();
  }
  expect(keys.size()).toBe(60);
});

test("who comes again and again stays, however many come beside", () => {
  const { clock, keys } = createKeys({ most: 3 });
  keys.use("alice");
  const gone: (string | undefined)[] = [];
  for (let n = 0; n < 10; n += 1) {
    clock.ms += 1_000;
    gone.push(keys.use(`stranger ${n}`), keys.use("alice"));
  }
  expect(gone).not.toContain("alice");
  expect(gone.filter((one) => one !== undefined)).toHaveLength(8);
  expect(keys.size()).toBe(3);
});

test("who is forgotten makes room", () => {
  const { keys } = createKeys({ most: 1 });
  keys.use("alice");
  keys.forget("alice");
  expect(keys.use("bob")).toBeUndefined();
  expect(keys.use("carol")).toBe("bob");
});

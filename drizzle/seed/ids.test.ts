import { describe, expect, it } from "vitest";
import { createIds } from "./ids.ts";
import { createRandom } from "./random.ts";

const now = new Date("2026-11-22T12:00:00.000Z");

describe("createIds", () => {
  it("is the moment, the version and the variant of a v7 id", () => {
    const id = createIds(createRandom(1))(now);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(now.getTime());
  });

  it("never makes one twice, even when chance always says the same", () => {
    const stuck = { ...createRandom(1), int: () => 5, pick: <Item>(items: readonly Item[]) => items[0] as Item };
    const makeId = createIds(stuck);
    const ids = Array.from({ length: 2_000 }, () => makeId(now));
    expect(new Set(ids).size).toBe(2_000);
  });

  it("repeats itself from the same seed", () => {
    expect(createIds(createRandom(7))(now)).toBe(createIds(createRandom(7))(now));
  });
});

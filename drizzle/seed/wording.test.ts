import { describe, expect, it } from "vitest";
import { createRandom } from "./random.ts";
import { wordLine } from "./wording.ts";

const context = { slots: { l: "Bob", rent: "€540" }, begins: new Date("2026-11-22T10:00:00.000Z"), random: createRandom(1) };

describe("wordLine", () => {
  it("fills slots, weekdays and dates", () => {
    expect(wordLine("{l}, {rent} from {day:2}, {date:9}?", context)).toBe("Bob, €540 from Tuesday, 1 December?");
  });

  it("takes one of the choices, and slots inside of it", () => {
    const seen = new Set(Array.from({ length: 40 }, () => wordLine("[Hi {l}|Hello]!", context)));
    expect(seen).toEqual(new Set(["Hi Bob!", "Hello!"]));
  });

  it("refuses a slot that nobody filled", () => {
    expect(() => wordLine("{deposit}", context)).toThrow('"deposit"');
  });
});

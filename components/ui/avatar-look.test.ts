import { describe, expect, it } from "vitest";
import { avatarColor, initials } from "./avatar-look.ts";

describe("initials", () => {
  it("are of the first and the last name", () => {
    expect(initials("alice moss")).toBe("AM");
    expect(initials("Bob van der Berg")).toBe("BB");
    expect(initials(" Carol ")).toBe("C");
  });

  it("keep a character whole that takes two code units", () => {
    expect(initials("🦉 owl")).toBe("🦉O");
  });

  it("stand for somebody without a name too", () => {
    expect(initials("")).toBe("?");
  });
});

describe("the colour of a person", () => {
  it("is stable, and differs between people", () => {
    const alice = "01890000-0000-7000-8000-000000000001";
    expect(avatarColor(alice)).toBe(avatarColor(alice));
    const colours = new Set(Array.from({ length: 40 }, (_, n) => avatarColor(`${alice}${n}`)));
    expect(colours.size).toBeGreaterThan(6);
  });
});

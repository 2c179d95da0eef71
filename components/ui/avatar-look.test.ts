import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { avatarColor, initials, nameColor } from "./avatar-look.ts";

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

/** Red, green and blue of an OKLCH colour as light, 0 to 1; what a screen cannot show is cut off. */
const lightOf = (lightness: number, chroma: number, hue: number): [number, number, number] => {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
};
const luminance = ([red, green, blue]: [number, number, number]): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

describe("the colour of a name", () => {
  const [light, dark] = fs.readFileSync("app/globals.css", "utf8").split('[data-theme="dark"] {');
  const tokenOf = (theme: string | undefined, name: string): string =>
    new RegExp(`--${name}: ([^;]+);`).exec(theme ?? "")?.[1] ?? "missing";
  const bubbles: [string, string | undefined, number][] = [
    ["light", light, 1],
    ["dark", dark, luminance(lightOf(0.255, 0.01, 165))],
  ];

  it.each(bubbles)("is read at 4.5:1 on a bubble of others, whoever it is, where it is %s", (_, theme, bubble) => {
    expect(["#fff", "oklch(0.255 0.01 165)"]).toContain(tokenOf(theme, "bubble-in"));
    const lightness = Number(tokenOf(theme, "name-lightness"));
    const colours = new Set(Array.from({ length: 200 }, (_, n) => nameColor(`somebody ${n}`)));
    expect(colours.size).toBe(12);
    for (const colour of colours) {
      const hue = Number(/ (\d+)\)$/.exec(colour)?.[1]);
      expect([hue, contrast(luminance(lightOf(lightness, 0.1, hue)), bubble) >= 4.5]).toEqual([hue, true]);
    }
  });
});

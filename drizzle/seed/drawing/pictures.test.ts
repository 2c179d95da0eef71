import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { drawPicture, pictures } from "./pictures.ts";

const folder = path.resolve("public/rooms");

describe("the pictures in public/rooms", () => {
  it("are all drawn here and none else", () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.svg$/, ""));
    expect(names.toSorted()).toEqual(Object.keys(pictures).toSorted());
  });

  it.each(Object.entries(pictures))("%s is as it would be drawn now, small and of one sheet", (name, picture) => {
    const svg = readFileSync(path.join(folder, `${name}.svg`), "utf8");
    expect(svg, "run: npx tsx drizzle/seed/draw-rooms.ts").toBe(drawPicture(name, picture));
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(6_000);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 1200 800"/);
    expect(svg).not.toMatch(/NaN|undefined|<script|href/);
  });
});

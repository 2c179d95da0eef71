import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { Emoji } from "#lib/contract/primitives.ts";
import makeBook from "#scripts/small-emoji-book.mjs";
import { type EmojiEntry, emojiDataOf } from "./emoji-book.ts";

const source = fs.readFileSync("node_modules/emojibase-data/en/data.json", "utf8");
const bookOf = (text: string): EmojiEntry[] => {
  const [, json = ""] = /^export default JSON\.parse\((.*)\);$/s.exec(makeBook(text)) ?? [];
  return JSON.parse(JSON.parse(json));
};
const skins = { light: "light", "medium-light": "", medium: "", "medium-dark": "", dark: "" };

describe("the book of emoji", () => {
  it("has each in the form in which the server takes it, in every skin", () => {
    const forms = bookOf(source).flatMap(([emoji, , , , ...skinned]) => [emoji, ...skinned]);
    expect(forms.length).toBeGreaterThan(3_000);
    expect(forms.filter((emoji) => Emoji.safeParse(emoji).data !== emoji)).toEqual([]);
  });

  it("is read by the picker with its names, words and skins", () => {
    const { emojis, categories } = emojiDataOf(bookOf(source), { groups: new Map([[1, "People"]]), skins });
    expect(categories).toEqual([{ index: 1, label: "People" }]);
    expect(emojis.find(({ emoji }) => emoji === "👍")).toMatchObject({
      label: "thumbs up",
      category: 1,
      tags: expect.arrayContaining(["good"]),
      skins: { light: "👍🏻", dark: "👍🏿" },
    });
    expect(emojis.find(({ emoji }) => emoji === "🔑")).not.toHaveProperty("skins");
  });

  it("is not made of something else", () => {
    expect(() => makeBook("[]")).toThrow("not made in the way it was");
  });
});

import type { EmojiData } from "frimousse";

/** An emoji, what it is called, words to find it by, its group, and itself in five skins; what the build leaves of the book. */
export type EmojiEntry = [emoji: string, label: string, tags: string, group: number, ...skins: string[]];

/** The order in which the book has them. */
const TONES = ["light", "medium-light", "medium", "medium-dark", "dark"] as const;
export type SkinTone = "none" | (typeof TONES)[number];
export const SKIN_TONES: readonly SkinTone[] = ["none", ...TONES];
export const isSkinTone = (text: string): text is SkinTone => SKIN_TONES.some((tone) => tone === text);

/** The names of the groups and of the skins, in the language of the page. */
export type EmojiWords = { groups: ReadonlyMap<number, string>; skins: Record<Exclude<SkinTone, "none">, string> };

const inSkins = (skins: string[]) => {
  const [light, mediumLight, medium, mediumDark, dark] = skins;
  if (!light || !mediumLight || !medium || !mediumDark || !dark) return undefined;
  return { light, "medium-light": mediumLight, medium, "medium-dark": mediumDark, dark };
};

/** The book as the picker reads it. */
export const emojiDataOf = (entries: readonly EmojiEntry[], { groups, skins }: EmojiWords): EmojiData => ({
  locale: "en",
  emojis: entries.map(([emoji, label, tags, category, ...variants]) => {
    const skinned = inSkins(variants);
    return { emoji, label, tags: tags.split(" "), category, version: 1, ...(skinned ? { skins: skinned } : {}) };
  }),
  categories: [...groups].map(([index, label]) => ({ index, label })),
  skinTones: skins,
});

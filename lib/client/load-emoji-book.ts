import type { EmojiEntry } from "./emoji-book.ts";

/** Every emoji that can be chosen; it comes when it is asked for. */
export const loadEmojiBook = async (): Promise<readonly EmojiEntry[]> => {
  const { default: entries } = await import("emojibase-data/en/data.json");
  // The build has made another book of it (scripts/small-emoji-book.mjs).
  return entries as unknown as readonly EmojiEntry[];
};

"use client";

import type { ComponentType } from "react";
import { loadEmojiBook } from "#lib/client/load-emoji-book.ts";
import type { EmojiPanelProps } from "./emoji-panel.tsx";

export type LoadedEmojiPanel = ComponentType<Omit<EmojiPanelProps, "book">>;

/** The choice with every emoji in it, which comes with the first wish for it. Rejects where it cannot be had. */
export const loadEmojiPanel = async (): Promise<LoadedEmojiPanel> => {
  const [{ EmojiPanel }, book] = await Promise.all([import("./emoji-panel.tsx"), loadEmojiBook()]);
  return (props) => <EmojiPanel book={book} {...props} />;
};

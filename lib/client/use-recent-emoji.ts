"use client";

import { useState } from "react";
import { isSkinTone, type SkinTone } from "./emoji-book.ts";
import { useRealtime } from "./realtime-context.ts";
import { keepRecentEmoji, keepSkinTone, readRecentEmoji, readSkinTone } from "./recent-emoji.ts";

/** What somebody has chosen of the emoji in this browser, as it was when they began to choose. */
export const useRecentEmoji = () => {
  const { userId } = useRealtime().self;
  const [recent] = useState(() => readRecentEmoji(userId));
  const [tone] = useState<SkinTone>(() => {
    const kept = readSkinTone(userId);
    return isSkinTone(kept) ? kept : "none";
  });
  return {
    recent,
    tone,
    setTone: (next: SkinTone): void => keepSkinTone(userId, next),
    keep: (emoji: string): void => keepRecentEmoji(userId, emoji),
  };
};

"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import { EmojiPicker as Base } from "frimousse";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { type EmojiEntry, type EmojiWords, emojiDataOf } from "#lib/client/emoji-book.ts";
import { useRecentEmoji } from "#lib/client/use-recent-emoji.ts";
import { EmojiList } from "./emoji-list.tsx";
import { SkinTone } from "./skin-tone.tsx";

/** As the book numbers them; 2 are parts of others. */
const GROUPS = { smileys: 0, people: 1, nature: 3, food: 4, travel: 5, activities: 6, objects: 7, symbols: 8, flags: 9 } as const;
type Group = keyof typeof GROUPS;

const useEmojiWords = (): EmojiWords => {
  const t = useTranslations("emoji");
  return useMemo(() => {
    const groups = new Map((Object.keys(GROUPS) as Group[]).map((group) => [GROUPS[group], t(`groups.${group}`)]));
    const toneOf = (tone: keyof EmojiWords["skins"]): string => t(`skins.${tone}`);
    return {
      groups,
      skins: {
        light: toneOf("light"),
        "medium-light": toneOf("medium-light"),
        medium: toneOf("medium"),
        "medium-dark": toneOf("medium-dark"),
        dark: toneOf("dark"),
      },
    };
  }, [t]);
};

type RecentProps = { recent: readonly string[]; nameOf: (emoji: string) => string; onPick: (emoji: string) => void };

/** One stop of the Tab key; the arrow keys move in it. */
const Recent = ({ recent, nameOf, onPick }: RecentProps) => {
  const t = useTranslations("emoji");
  return (
    <Toolbar.Root aria-label={t("recent")} className="flex gap-0.5 overflow-x-auto pb-1">
      {recent.map((emoji) => (
        <Toolbar.Button
          key={emoji}
          aria-label={nameOf(emoji)}
          title={nameOf(emoji)}
          onClick={() => onPick(emoji)}
          className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-md text-[22px] leading-none hover:bg-surface-2 md:size-9"
        >
          <span aria-hidden="true">{emoji}</span>
        </Toolbar.Button>
      ))}
    </Toolbar.Root>
  );
};

export type EmojiPickerProps = { book: readonly EmojiEntry[]; columns: number; onPick: (emoji: string) => void };

/** All emoji: looked for by their names, those that were used last before all others. */
export const EmojiPicker = ({ book, columns, onPick }: EmojiPickerProps) => {
  const t = useTranslations("emoji");
  const words = useEmojiWords();
  const { recent, tone, setTone, keep } = useRecentEmoji();
  const [search, setSearch] = useState("");
  // A finger would rather see the emoji than the keyboard over them.
  const [hasPointer] = useState(() => window.matchMedia("(pointer: fine)").matches);
  const names = useMemo(
    () => new Map(book.flatMap(([emoji, label, , , ...skins]) => [emoji, ...skins].map((one) => [one, label]))),
    [book],
  );
  const pick = (emoji: string): void => {
    keep(emoji);
    onPick(emoji);
  };
  return (
    <Base.Root
      columns={columns}
      skinTone={tone}
      resolveEmojiData={() => emojiDataOf(book, words)}
      onEmojiSelect={({ emoji }) => pick(emoji)}
      className="grid gap-2"
    >
      <div className="flex items-center gap-1">
        <Base.Search
          aria-label={t("search")}
          placeholder={t("search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          autoFocus={hasPointer}
          className="h-11 min-w-0 flex-1 rounded-card border border-line-control bg-bg px-3 text-base placeholder:text-text-3 md:text-[15px]"
        />
        <SkinTone onChange={setTone} />
      </div>
      {recent.length > 0 && search === "" && (
        <Recent recent={recent} nameOf={(emoji) => names.get(emoji) ?? emoji} onPick={pick} />
      )}
      <EmojiList />
    </Base.Root>
  );
};

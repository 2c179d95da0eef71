"use client";

import { EmojiPicker as Base } from "frimousse";
import { useTranslations } from "use-intl";
import { SKIN_TONES, type SkinTone as Tone } from "#lib/client/emoji-book.ts";

const HAND = "✋";

/** Each press shows hands and people in the next skin. */
export const SkinTone = ({ onChange }: { onChange: (tone: Tone) => void }) => {
  const t = useTranslations("emoji");
  return (
    <Base.SkinTone emoji={HAND}>
      {({ skinTone, setSkinTone, skinToneVariations }) => {
        const next = SKIN_TONES[(SKIN_TONES.indexOf(skinTone) + 1) % SKIN_TONES.length] ?? "none";
        const label = t("skin", { tone: t(`skins.${skinTone}`) });
        return (
          <button
            type="button"
            aria-label={label}
            title={label}
            onClick={() => {
              setSkinTone(next);
              onChange(next);
            }}
            className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-card text-xl hover:bg-surface-2"
          >
            <span aria-hidden="true">{skinToneVariations.find((one) => one.skinTone === skinTone)?.emoji ?? HAND}</span>
            <span role="status" className="sr-only">
              {label}
            </span>
          </button>
        );
      }}
    </Base.SkinTone>
  );
};

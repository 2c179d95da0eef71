"use client";

import { SmilePlus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type LoadedEmojiPanel, loadEmojiPanel } from "./load-emoji-panel.tsx";

type AddProps = { onPick: (emoji: string) => void; onFailed: () => void };

/** Stands behind the emoji below a message: one more, out of all. */
export const AddReaction = ({ onPick, onFailed }: AddProps) => {
  const t = useTranslations("emoji");
  const button = useRef<HTMLButtonElement>(null);
  const [Panel, setPanel] = useState<LoadedEmojiPanel>();
  const close = (): void => setPanel(undefined);
  const open = (): void => void loadEmojiPanel().then((loaded) => setPanel(() => loaded), onFailed);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={t("reactTitle")}
        title={t("reactTitle")}
        aria-haspopup="dialog"
        aria-expanded={Panel !== undefined}
        onClick={Panel ? close : open}
        className="inline-grid h-7 w-9 cursor-pointer place-items-center rounded-full border border-line bg-surface text-text-2 shadow-1 hover:bg-surface-2"
      >
        <SmilePlus aria-hidden="true" className="size-4" />
      </button>
      {Panel && button.current && (
        <Panel
          title={t("reactTitle")}
          anchor={button.current}
          returnTo={button}
          onClose={close}
          onPick={(emoji) => {
            close();
            onPick(emoji);
          }}
        />
      )}
    </>
  );
};

"use client";

import { Smile } from "lucide-react";
import { type RefObject, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { type LoadedEmojiPanel, loadEmojiPanel } from "./load-emoji-panel.tsx";

type EmojiButtonProps = { field: RefObject<HTMLTextAreaElement | null>; onWrite: (text: string) => void };

/** Puts an emoji where one writes, in place of what is marked there. It stands at the end of the field. */
export const EmojiButton = ({ field, onWrite }: EmojiButtonProps) => {
  const t = useTranslations("emoji");
  const button = useRef<HTMLButtonElement>(null);
  const [Panel, setPanel] = useState<LoadedEmojiPanel>();
  const [hasFailed, setFailed] = useState(false);
  const close = (): void => setPanel(undefined);
  const open = (): void => {
    setFailed(false);
    loadEmojiPanel().then(
      (loaded) => setPanel(() => loaded),
      () => setFailed(true),
    );
  };
  const write = (emoji: string): void => {
    close();
    const box = field.current;
    if (!box) return;
    const at = box.selectionStart + emoji.length;
    onWrite(box.value.slice(0, box.selectionStart) + emoji + box.value.slice(box.selectionEnd));
    setTimeout(() => box.setSelectionRange(at, at));
  };
  return (
    <>
      <IconButton
        ref={button}
        label={t("open")}
        icon={<Smile aria-hidden="true" className="size-5" />}
        aria-haspopup="dialog"
        aria-expanded={Panel !== undefined}
        onClick={Panel ? close : open}
        className="absolute right-0 bottom-0 size-11 rounded-[14px]"
      />
      <span
        role="alert"
        className="absolute right-0 bottom-full mb-1 rounded-card bg-text px-3 py-2 text-[13.5px] text-bg shadow-2 empty:hidden"
      >
        {hasFailed && t("failed")}
      </span>
      {Panel && button.current && (
        <Panel title={t("open")} anchor={button.current} returnTo={field} onClose={close} onPick={write} />
      )}
    </>
  );
};

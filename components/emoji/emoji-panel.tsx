"use client";

import { Popover as Base } from "@base-ui/react/popover";
import { type RefObject, useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmojiPicker, type EmojiPickerProps } from "./emoji-picker.tsx";

const PHONE_COLUMNS = 8;
const COLUMNS = 9;

export type EmojiPanelProps = Pick<EmojiPickerProps, "book"> & {
  title: string;
  /** What it opens at. */
  anchor: HTMLElement;
  /** Where the focus goes afterwards. */
  returnTo: RefObject<HTMLElement | null>;
  onPick: (emoji: string) => void;
  onClose: () => void;
};

/** The choice of emoji: a sheet on a phone, elsewhere beside what has asked for it. */
export const EmojiPanel = ({ book, title, anchor, returnTo, onPick, onClose }: EmojiPanelProps) => {
  const t = useTranslations("emoji");
  const [isPhone] = useState(() => window.matchMedia("(max-width: 47.99rem)").matches);
  const close = (open: boolean): void => {
    if (!open) onClose();
  };
  if (isPhone) {
    return (
      <Dialog open onOpenChange={close} returnTo={returnTo} title={title}>
        <EmojiPicker book={book} columns={PHONE_COLUMNS} onPick={onPick} />
      </Dialog>
    );
  }
  return (
    <Base.Root
      open
      onOpenChange={(open, { event }) => {
        // What it stands at decides itself what another press means.
        if (!(event.target instanceof Node && anchor.contains(event.target))) close(open);
      }}
      modal="trap-focus"
    >
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side="top"
          align="end"
          sideOffset={8}
          collisionPadding={12}
          className="z-50 outline-none"
        >
          <Base.Popup
            finalFocus={returnTo}
            className="w-[372px] max-w-[calc(100vw-24px)] rounded-card border border-line bg-surface p-3 text-text shadow-2 outline-none"
          >
            <Base.Title className="sr-only">{title}</Base.Title>
            <EmojiPicker book={book} columns={COLUMNS} onPick={onPick} />
            <Base.Close className="sr-only">{t("close")}</Base.Close>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
};

"use client";

import { MessageSquareQuote } from "lucide-react";
import { type ComponentType, type RefObject, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useHydrated } from "#lib/client/use-hydrated.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { ReplyPickerProps } from "./reply-picker.tsx";

export type ReplyButtonProps = {
  conversation: ConversationSummary;
  /** Where one goes on writing. */
  field: RefObject<HTMLTextAreaElement | null>;
  composer: { text: string; write: (next: string) => void };
};

const loadPicker = async () => (await import("./reply-picker.tsx")).ReplyPicker;

/** Opens the choice of saved replies, which comes when a pointer or the focus nears the button. */
export const ReplyButton = ({ conversation, field, composer }: ReplyButtonProps) => {
  const t = useTranslations("replies.picker");
  const [Picker, setPicker] = useState<ComponentType<ReplyPickerProps>>();
  const [open, setOpen] = useState(false);
  const isAlive = useHydrated();
  // Offline, a choice that never came has nothing to show either.
  const load = (): Promise<void> =>
    loadPicker()
      .then((loaded) => setPicker(() => loaded))
      .catch(() => undefined);
  return (
    <>
      <IconButton
        label={t("open")}
        icon={<MessageSquareQuote aria-hidden="true" className="size-5" />}
        aria-haspopup="dialog"
        // It may stand there before its script does: a press would be lost.
        disabled={!isAlive}
        aria-expanded={open}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => {
          setOpen(true);
          void load();
        }}
        className="size-11 rounded-xl"
      />
      {Picker && open && (
        <Picker
          conversation={conversation}
          field={field}
          onClose={() => setOpen(false)}
          onPick={(reply) => {
            setOpen(false);
            composer.write(composer.text.trim() === "" ? reply : `${composer.text}\n${reply}`);
          }}
        />
      )}
    </>
  );
};

"use client";

import { Check, Pencil, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { countCodePoints } from "#lib/client/code-points.ts";
import type { Drafting } from "#lib/client/page-store.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useGrowingField } from "#lib/client/use-growing-field.ts";
import { useMessageChanges } from "#lib/client/use-message-changes.ts";
import { limits } from "#lib/contract/limits.ts";

const useEdit = ({ message }: Drafting) => {
  const { page } = useRealtime();
  const { edit } = useMessageChanges();
  const [text, setText] = useState(message.content);
  const [isFull, setFull] = useState(false);
  const leave = (): void => page.setState({ drafting: null });
  const content = text.trim();
  const canSave = content !== "" && countCodePoints(content) <= limits.contentCharacters;
  const save = (): void => {
    if (!canSave) return;
    try {
      if (content !== message.content) edit(message, content);
      leave();
    } catch {
      setFull(true);
    }
  };
  return { text, setText, canSave, save, leave, isFull };
};

/** Stands in the place of the composer while a message is being edited; what was being written there waits. */
export const EditComposer = ({ drafting }: { drafting: Drafting }) => {
  const t = useTranslations("inbox");
  const { text, setText, canSave, save, leave, isFull } = useEdit(drafting);
  const field = useGrowingField(text);
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, [field]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.nativeEvent.stopImmediatePropagation();
      leave();
    } else if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      save();
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    save();
  };
  return (
    <form onSubmit={onSubmit} className="pb-safe shrink-0 border-t bg-surface">
      <p className="flex items-center gap-2 px-3 pt-2 font-semibold text-[13.5px] text-accent-strong md:px-5">
        <Pencil aria-hidden="true" className="size-4" />
        {t("messages.editing")}
      </p>
      <div className="flex items-end gap-2.5 px-2.5 pt-2 pb-2 md:px-5 md:pb-3.5">
        <IconButton
          label={t("messages.cancelEdit")}
          icon={<X aria-hidden="true" className="size-5" />}
          onClick={leave}
          className="size-11 rounded-xl"
        />
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          aria-label={t("messages.editing")}
          aria-invalid={isFull}
          className="min-h-11 flex-1 resize-none rounded-[14px] border border-line-control bg-bg px-3.5 py-[9px] text-base leading-6 md:text-[15px]"
        />
        <IconButton
          type="submit"
          variant="primary"
          label={t("messages.saveEdit")}
          icon={<Check aria-hidden="true" className="size-5" />}
          disabled={!canSave}
          className="size-11 rounded-xl"
        />
      </div>
      <p role="alert" className="px-5 pb-3 text-[13.5px] text-danger empty:hidden">
        {isFull && t("composer.full")}
      </p>
    </form>
  );
};

"use client";

import { Paperclip } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { useConversationName } from "./conversation-name.ts";

type DropProps = { conversation: ConversationSummary; onFiles: (files: readonly File[]) => void; onEnd: () => void };

/** Covers the page while files are held over it: wherever they fall, they are meant for the open conversation. */
export const FileDrop = ({ conversation, onFiles, onEnd }: DropProps) => {
  const t = useTranslations("files");
  const { name } = useConversationName(conversation);
  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) onEnd();
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      onFiles([...(event.dataTransfer?.files ?? [])]);
      onEnd();
    };
    const wishes = { dragover: over, dragleave: leave, drop } as const;
    for (const [name, hear] of Object.entries(wishes)) window.addEventListener(name as "drop", hear);
    return () => {
      for (const [name, hear] of Object.entries(wishes)) window.removeEventListener(name as "drop", hear);
    };
  }, [onFiles, onEnd]);
  return (
    <div className="fixed inset-0 z-40 grid place-items-center bg-scrim p-6">
      <p className="flex items-center gap-3 rounded-panel border-2 border-accent border-dashed bg-surface px-8 py-10 font-semibold text-lg shadow-2">
        <Paperclip aria-hidden="true" className="size-6 text-accent-strong" />
        {t("drop", { name })}
      </p>
    </div>
  );
};

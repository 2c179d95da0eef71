"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import type { SavedReply } from "#lib/contract/saved-replies.ts";

type ReplyRowProps = { reply: SavedReply; busy: boolean; onEdit: () => void; onRemove: () => void };

/** One reply as it is kept, and what may be done with it. */
export const ReplyRow = ({ reply: { title, text }, busy, onEdit, onRemove }: ReplyRowProps) => {
  const t = useTranslations("replies");
  return (
    <div className="grid gap-2 rounded-card border p-3">
      <div className="min-w-0">
        <b dir="auto" className="block font-semibold [overflow-wrap:anywhere]">
          {title}
        </b>
        <p dir="auto" className="mt-0.5 line-clamp-3 whitespace-pre-wrap text-[14px] text-text-2 [overflow-wrap:anywhere]">
          {text}
        </p>
      </div>
      <div className="flex gap-2">
        <Button variant="secondary" size="s" aria-label={t("editNamed", { title })} onClick={onEdit}>
          <Pencil aria-hidden="true" className="size-4" />
          {t("edit")}
        </Button>
        <Button variant="quiet" size="s" busy={busy} aria-label={t("removeNamed", { title })} onClick={onRemove}>
          <Trash2 aria-hidden="true" className="size-4" />
          {t("remove")}
        </Button>
      </div>
    </div>
  );
};

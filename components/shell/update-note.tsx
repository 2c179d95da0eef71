"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";

type NoteProps = { onReload: () => void; onLater: () => void };

/** A new version is ready. Nothing happens until one says so: somebody may be writing. */
export const UpdateNote = ({ onReload, onLater }: NoteProps) => {
  const t = useTranslations("shell.update");
  return (
    <div className="pointer-events-none fixed inset-x-0 top-2 z-40 flex justify-center px-3">
      <div className="pointer-events-auto flex items-center gap-2 rounded-card border border-line bg-surface py-1 pr-1 pl-3.5 text-[14px] shadow-2">
        <p>{t("ready")}</p>
        <Button size="s" variant="quiet" className="text-accent-strong" onClick={onReload}>
          {t("reload")}
        </Button>
        <IconButton label={t("later")} icon={<X aria-hidden="true" className="size-4" />} onClick={onLater} />
      </div>
    </div>
  );
};

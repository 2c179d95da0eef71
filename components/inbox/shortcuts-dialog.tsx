"use client";

import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";

const names = ["search", "next", "previous", "back", "send", "newLine", "show"] as const;

type DialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

export const ShortcutsDialog = ({ open, onOpenChange }: DialogProps) => {
  const t = useTranslations("inbox.shortcuts");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")}>
      <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2.5">
        {names.map((name) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt>{t(name)}</dt>
            <dd>
              <kbd className="rounded-[5px] border border-line-strong px-2 py-0.5 font-sans text-[13px]">{t(`keys.${name}`)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};

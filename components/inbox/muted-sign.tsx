"use client";

import { BellOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMuted } from "#lib/client/use-muted.ts";

/** Says that a conversation is muted, as long as it is. */
export const MutedSign = ({ mutedUntil }: { mutedUntil: string | null }) => {
  const t = useTranslations("inbox.list");
  return (
    useMuted(mutedUntil) && (
      <span title={t("muted")} className="shrink-0 text-text-3">
        <BellOff aria-hidden="true" className="size-3.5" />
        <span className="sr-only">{t("muted")}</span>
      </span>
    )
  );
};

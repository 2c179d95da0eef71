"use client";

import { useTranslations } from "use-intl";
import type { OwnSanction } from "#lib/contract/sanctions.ts";

/** What somebody has said against something, or what was answered. */
export const AppealState = ({ appeal }: { appeal: NonNullable<OwnSanction["appeal"]> }) => {
  const t = useTranslations("moderation.sanctions");
  return (
    <div className="grid gap-1 rounded-card bg-surface-2 p-3 text-[14.5px]">
      <p className="font-medium">{t(appeal.outcome ? `appeal.${appeal.outcome}` : "appeal.waiting")}</p>
      <p dir="auto" className="whitespace-pre-line text-text-2 [overflow-wrap:anywhere]">
        {appeal.answer ?? appeal.text}
      </p>
    </div>
  );
};

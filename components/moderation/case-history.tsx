"use client";

import { useTranslations } from "use-intl";
import type { ReportHistory } from "#lib/contract/reports.ts";

/** What there was with one of the two before, in numbers. */
export const CaseHistory = ({ name, history }: { name: string; history: ReportHistory }) => {
  const t = useTranslations("moderation.case");
  const { filed, filedActed, received, receivedActed } = history;
  return (
    <div className="rounded-card border p-3 text-[14.5px]">
      <p dir="auto" className="font-semibold [overflow-wrap:anywhere]">
        {name}
      </p>
      <p className="text-text-2">{t("received", { count: received, acted: String(receivedActed) })}</p>
      <p className="text-text-2">{t("filed", { count: filed, acted: String(filedActed) })}</p>
    </div>
  );
};

"use client";

import { useTranslations } from "use-intl";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { writeNumber } from "#lib/client/write-number.ts";
import type { ErrorTally as Tally } from "#lib/contract/pulse.ts";

/** What was refused or failed in the last hour, the most frequent first. */
export const ErrorTally = ({ errors }: { errors: Tally }) => {
  const t = useTranslations("overview.tally");
  const rows = Object.entries(errors).sort(([, one], [, other]) => other - one);
  return (
    <SettingsSection title={t("title")} lead={t("lead")}>
      {rows.length === 0 && <p className="text-text-2">{t("none")}</p>}
      <ul className="divide-y empty:hidden">
        {rows.map(([code, count]) => (
          <li key={code} className="flex items-baseline justify-between gap-4 py-2 first:pt-0 last:pb-0">
            <code className="min-w-0 text-[13.5px] [overflow-wrap:anywhere]">{code}</code>
            <span className="font-medium tabular-nums">{writeNumber(count)}</span>
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
};

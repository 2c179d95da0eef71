"use client";

import { useTranslations } from "use-intl";
import type { AlertSeverity } from "#lib/contract/alerts.ts";

const severities = ["info", "warning", "critical"] as const satisfies readonly AlertSeverity[];

type SeverityChoiceProps = { chosen: AlertSeverity; onChange: (severity: AlertSeverity) => void };

/** How loud an announcement is: one of three, with what comes of it. */
export const SeverityChoice = ({ chosen, onChange }: SeverityChoiceProps) => {
  const t = useTranslations("alerts");
  return (
    <fieldset className="grid gap-0.5">
      <legend className="mb-1 font-medium text-sm">{t("form.severity")}</legend>
      {severities.map((severity) => (
        <label key={severity} className="flex min-h-11 cursor-pointer items-center gap-2.5 py-1">
          <input
            type="radio"
            name="severity"
            value={severity}
            checked={severity === chosen}
            onChange={() => onChange(severity)}
            className="size-4.5 shrink-0 accent-accent"
          />
          <span>
            {t(`severity.${severity}`)}
            <span className="block text-[13px] text-text-2">{t(`form.severityHint.${severity}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};

"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { FieldError } from "#components/ui/field-error.tsx";
import { type ReportReason, reportReasons } from "#lib/contract/report-rules.ts";

type ReasonChoiceProps = {
  label: string;
  chosen: ReportReason | undefined;
  error?: string | undefined;
  onChange: (reason: ReportReason) => void;
};

/** One rule of the closed list that somebody breaks. */
export const ReasonChoice = ({ label, chosen, error, onChange }: ReasonChoiceProps) => {
  const t = useTranslations("moderation.reason");
  const errorId = useId();
  return (
    <fieldset className="grid gap-0.5 md:grid-cols-2" {...(error ? { "aria-describedby": errorId } : {})}>
      <legend className="mb-1 font-medium text-sm">{label}</legend>
      {reportReasons.map((reason) => (
        <label key={reason} className="flex min-h-11 cursor-pointer items-center gap-2.5 md:min-h-9">
          <input
            type="radio"
            name="reason"
            value={reason}
            checked={reason === chosen}
            onChange={() => onChange(reason)}
            className="size-4.5 shrink-0 accent-accent"
          />
          {t(reason)}
        </label>
      ))}
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </fieldset>
  );
};

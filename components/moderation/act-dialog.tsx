"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { WantedAct } from "#lib/client/do-act.ts";
import { limits } from "#lib/contract/limits.ts";
import { type ReportReason, reportReasons } from "#lib/contract/report-rules.ts";

export type ActKind = WantedAct["kind"];

const DAY_MS = 24 * 60 * 60 * 1000;
const spans = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS, forever: null } as const;
type Span = keyof typeof spans;

const spansOf = (kind: ActKind): readonly Span[] => {
  if (kind === "ban") return ["day", "week", "month", "forever"];
  return kind === "silence" ? ["day", "week", "month"] : [];
};

type Decided = Pick<WantedAct, "rule" | "reason"> & { until?: string };

type ActDialogProps = {
  kind: ActKind;
  name: string;
  rule: ReportReason;
  busy: boolean;
  error: Error | null;
  onClose: () => void;
  onConfirm: (decided: Decided) => void;
};

/** Asks for the rule, the reason in words that its person reads, and how long, before something is done to somebody. */
export const ActDialog = ({ kind, name, rule: first, busy, error, onClose, onConfirm }: ActDialogProps) => {
  const t = useTranslations("moderation");
  const formId = useId();
  const [rule, setRule] = useState<ReportReason>(first);
  const [span, setSpan] = useState<Span>("week");
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const lengths = spansOf(kind);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    const said = reason.trim();
    if (said === "") return;
    const ms = lengths.length > 0 ? spans[span] : null;
    onConfirm({ rule, reason: said, ...(ms === null ? {} : { until: new Date(Date.now() + ms).toISOString() }) });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(`act.title.${kind}`, { name })}
      description={t(`act.body.${kind}`)}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("act.cancel")}
          </Button>
          <Button variant="danger" type="submit" form={formId} busy={busy}>
            {t(`act.do.${kind}`)}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="grid gap-4">
        <SelectField
          label={t("act.rule")}
          value={rule}
          options={reportReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          onChange={(value) => setRule(reportReasons.find((known) => known === value) ?? rule)}
        />
        {lengths.length > 0 && (
          <SelectField
            label={t("act.span")}
            value={span}
            options={lengths.map((value) => ({ value, label: t(`act.spans.${value}`) }))}
            onChange={(value) => setSpan(lengths.find((known) => known === value) ?? span)}
          />
        )}
        <TextField
          name="reason"
          label={t("act.reason")}
          hint={t("act.reasonHint", { name })}
          maxLength={limits.reasonCharacters}
          autoComplete="off"
          dir="auto"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={isAsked && reason.trim() === "" ? t("act.reasonMissing") : undefined}
        />
        <FormAlert>{error && <FormErrorText key={error.message} error={error} />}</FormAlert>
      </form>
    </Dialog>
  );
};

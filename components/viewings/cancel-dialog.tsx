"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { FieldError } from "#components/ui/field-error.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { limits } from "#lib/contract/limits.ts";
import type { ViewingReason } from "#lib/contract/viewings.ts";
import { StepProblem } from "./step-problem.tsx";

const REASONS: Record<"student" | "landlord", readonly ViewingReason[]> = {
  student: ["cannot_make_it", "found_another", "other"],
  landlord: ["cannot_make_it", "no_longer_free", "other"],
};

type CancelDialogProps = {
  party: "student" | "landlord";
  otherName: string;
  busy: boolean;
  error: Error | null;
  onCancel: (words: { reason: ViewingReason; note?: string }) => void;
  onClose: () => void;
};

/** Asks why, before a viewing is called off. */
export const CancelDialog = ({ party, otherName, busy, error, onCancel, onClose }: CancelDialogProps) => {
  const t = useTranslations("viewings.cancel");
  const errorId = useId();
  const [reason, setReason] = useState<ViewingReason>();
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const confirm = () => {
    setTried(true);
    const words = note.trim();
    if (reason) onCancel({ reason, ...(words ? { note: words } : {}) });
  };
  const isMissing = isTried && !reason;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("body", { name: otherName })}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("keep")}
          </Button>
          <Button variant="danger" busy={busy} onClick={confirm}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <fieldset className="grid gap-1" aria-describedby={isMissing ? errorId : undefined}>
        <legend className="mb-1 font-medium text-sm">{t("reason")}</legend>
        {REASONS[party].map((one) => (
          <label key={one} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="radio"
              name="viewing-cancel-reason"
              checked={reason === one}
              onChange={() => setReason(one)}
              className="size-4 accent-accent"
            />
            {t(one)}
          </label>
        ))}
        {isMissing && <FieldError id={errorId}>{t("missing")}</FieldError>}
      </fieldset>
      <TextField
        label={t("note")}
        value={note}
        maxLength={limits.reasonCharacters}
        onChange={(event) => setNote(event.target.value)}
      />
      <StepProblem error={error} busy={busy} onDespite={confirm} />
    </Dialog>
  );
};

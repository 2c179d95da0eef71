"use client";

import Link from "next/link";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { countCodePoints } from "#lib/client/code-points.ts";
import { useReporting } from "#lib/client/use-reports.ts";
import { type ReportReason, reportLimits } from "#lib/contract/report-rules.ts";
import { ReasonChoice } from "./reason-choice.tsx";

/** What is reported: a message of somebody, or the person. */
export type Reported = { userId: string; name: string } & (
  | { conversationId: string; messageId?: string }
  | { listingId: string; messageId?: never }
);

type ReportDialogProps = { reported: Reported; onClose: () => void };

const Done = ({ reported: { name }, onClose }: ReportDialogProps) => {
  const t = useTranslations("moderation.report");
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("sentTitle")}
      description={t("sent")}
      actions={<Button onClick={onClose}>{t("close")}</Button>}
    >
      <p className="text-text-2">{t("sentMore", { name })}</p>
      <p>
        <Link href="/settings/reports" className="text-accent-strong underline underline-offset-2">
          {t("toOwn")}
        </Link>
      </p>
    </Dialog>
  );
};

/** Asks what it is, says what happens next, and thanks. */
export const ReportDialog = ({ reported, onClose }: ReportDialogProps) => {
  const t = useTranslations("moderation.report");
  const formId = useId();
  const [reason, setReason] = useState<ReportReason>();
  const [note, setNote] = useState("");
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending, isSuccess, error } = useReporting();
  if (isSuccess) return <Done reported={reported} onClose={onClose} />;

  const { name, messageId, ...place } = reported;
  const isTooLong = countCodePoints(note.trim()) > reportLimits.noteCharacters;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (!reason || isTooLong) return;
    const said = note.trim();
    mutate({ ...place, reason, ...(messageId ? { messageId } : {}), ...(said ? { note: said } : {}) });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={messageId ? t("messageTitle") : t("title", { name })}
      description={t("body", { name })}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="danger" type="submit" form={formId} busy={isPending}>
            {t("send")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="grid gap-4">
        <ReasonChoice
          label={t("reason")}
          chosen={reason}
          error={isAsked && !reason ? t("reasonMissing") : undefined}
          onChange={setReason}
        />
        <TextArea
          name="note"
          label={t("note")}
          rows={3}
          dir="auto"
          value={note}
          onChange={(event) => setNote(event.target.value)}
          error={isTooLong ? t("noteTooLong", { most: String(reportLimits.noteCharacters) }) : undefined}
        />
        <div className="grid gap-1 rounded-card bg-surface-2 p-3 text-[13.5px] text-text-2">
          <p className="font-semibold text-text">{t("nextTitle")}</p>
          <p>{t("next")}</p>
          <p>{t("danger")}</p>
        </div>
        <FormAlert>{error && <FormErrorText key={error.message} error={error} />}</FormAlert>
      </form>
    </Dialog>
  );
};

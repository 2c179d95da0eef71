"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { FieldError } from "#components/ui/field-error.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useParty } from "#lib/client/use-booking.ts";
import type { BookingSteps } from "#lib/client/use-booking-steps.ts";
import { cancelReasons } from "#lib/contract/booking-lists.ts";
import type { Booking } from "#lib/contract/bookings.ts";
import { limits } from "#lib/contract/limits.ts";
import { StepError } from "./step-error.tsx";

type ReasonsProps = { isMissing: boolean; onChange: () => void };

const Reasons = ({ isMissing, onChange }: ReasonsProps) => {
  const t = useTranslations("bookings");
  const errorId = useId();
  return (
    <fieldset className="grid gap-0.5" {...(isMissing ? { "aria-describedby": errorId } : {})}>
      <legend className="mb-1 font-medium text-sm">{t("ask.reason")}</legend>
      {cancelReasons.map((reason) => (
        <label key={reason} className="flex min-h-11 cursor-pointer items-center gap-2.5 md:min-h-9">
          <input type="radio" name="reason" value={reason} onChange={onChange} className="size-4.5 accent-accent" />
          {t(`reason.${reason}`)}
        </label>
      ))}
      {isMissing && <FieldError id={errorId}>{t("ask.reasonMissing")}</FieldError>}
    </fieldset>
  );
};

export type EndStep = "decline" | "withdraw" | "cancel";

type EndDialogProps = { open: boolean; booking: Booking; step: EndStep; steps: BookingSteps; onClose: () => void };

const wordOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === "string" ? value.trim() : "";
};

/** Asks once more before a booking ends, why where that is needed, and says what applies then. */
export const EndDialog = ({ open, booking, step, steps, onClose }: EndDialogProps) => {
  const t = useTranslations("bookings");
  const formId = useId();
  const { other } = useParty(booking);
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [reason, note] = [wordOf(data, "reason"), wordOf(data, "note")];
    setMissing(step === "cancel" && reason === "");
    if (step === "cancel" && reason === "") return;
    steps.take({ step, ...(reason === "" ? {} : { reason }), ...(note === "" ? {} : { note }) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t(`ask.${step}Title`)}
      description={t(`ask.${step}Body`, { other })}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("ask.keep")}
          </Button>
          <Button variant="danger" type="submit" form={formId} busy={steps.pending === step}>
            {t(`step.${step}`)}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="grid gap-4">
        {step === "cancel" && (
          <>
            <p className="rounded-card bg-surface-2 p-3 text-[13.5px] text-text-2">{booking.cancellationPolicy}</p>
            <Reasons isMissing={isMissing} onChange={() => setMissing(false)} />
          </>
        )}
        <TextField
          name="note"
          label={t("ask.note")}
          hint={t("ask.noteHint", { other })}
          maxLength={limits.reasonCharacters}
          autoComplete="off"
        />
        <FormAlert>{steps.error && <StepError error={steps.error} />}</FormAlert>
      </form>
    </Dialog>
  );
};

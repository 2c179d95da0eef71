"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useParty } from "#lib/client/use-booking.ts";
import type { BookingSteps } from "#lib/client/use-booking-steps.ts";
import type { Booking } from "#lib/contract/bookings.ts";
import { checkStay, type Stay, type StayErrors } from "./check-stay.ts";
import { StayFields, StayPrice } from "./stay-fields.tsx";
import { StepError } from "./step-error.tsx";

type DatesDialogProps = { open: boolean; booking: Booking; steps: BookingSteps; onClose: () => void };

/** Other dates for a booking, with what they would cost: the rent stays that of the day of the request. */
export const DatesDialog = ({ open, booking, steps, onClose }: DatesDialogProps) => {
  const t = useTranslations("bookings.propose");
  const formId = useId();
  const { other } = useParty(booking);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const [stay, setStay] = useState({ from: booking.from, to: booking.to });
  const [errors, setErrors] = useState<StayErrors>({});
  const mayHaveBegun = booking.status === "checked_in";
  const choose = (next: Stay) => {
    setStay(next);
    setErrors({});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkStay(stay, { today, mayHaveBegun });
    setErrors(found);
    if (Object.keys(found).length === 0) steps.take({ step: "propose-dates", stay });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t("title")}
      description={t("body", { other })}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("close")}
          </Button>
          <Button type="submit" form={formId} busy={steps.pending === "propose-dates"}>
            {t("send")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="grid gap-4">
        <StayFields stay={stay} errors={errors} min={mayHaveBegun ? undefined : today} today={today} onChange={choose} />
        <StayPrice room={booking.price} stay={stay} today={today} />
        <FormAlert>{steps.error && <StepError error={steps.error} />}</FormAlert>
      </form>
    </Dialog>
  );
};

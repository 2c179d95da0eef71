"use client";

import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { useParty } from "#lib/client/use-booking.ts";
import type { BookingSteps } from "#lib/client/use-booking-steps.ts";
import type { Booking, BookingStep } from "#lib/contract/bookings.ts";
import { DeclineMenu } from "./decline-menu.tsx";
import type { EndStep } from "./end-dialog.tsx";
import { StepError } from "./step-error.tsx";

/** What a dialog is made of comes when one is asked for. */
const EndDialog = lazy(() => import("./end-dialog.tsx").then((module) => ({ default: module.EndDialog })));
const DatesDialog = lazy(() => import("./dates-dialog.tsx").then((module) => ({ default: module.DatesDialog })));

/** In the order of the buttons: what leads on, then what changes it, then what ends it. */
const STEPS = ["approve", "confirm", "check-in", "complete", "decline", "propose-dates", "withdraw", "cancel"] as const;
type ButtonStep = (typeof STEPS)[number];
const LEADS_ON = new Set<BookingStep>(["approve", "confirm", "check-in", "complete"]);

/** Who may take a request back need not cancel it too: for the other one it is the same. */
const buttonsOf = (steps: readonly BookingStep[]): ButtonStep[] =>
  STEPS.filter((step) => steps.includes(step) && !(step === "cancel" && steps.includes("withdraw")));

const asksFirst = (step: ButtonStep): step is "propose-dates" | EndStep =>
  step === "propose-dates" || step === "decline" || step === "withdraw" || step === "cancel";

type ActionsProps = { booking: Booking; steps: BookingSteps; isOffline: boolean };

/** The buttons that this person may press now, and what became of the last press. */
export const BookingActions = ({ booking, steps, isOffline }: ActionsProps) => {
  const t = useTranslations("bookings");
  const { party } = useParty(booking);
  const [asked, setAsked] = useState<"propose-dates" | EndStep | null>(null);
  const { take, step: tried, pending, done, error, isSettled, reset } = steps;
  const ask = (step: "propose-dates" | EndStep | null) => {
    reset();
    setAsked(step);
  };
  const buttons = buttonsOf(booking.steps[party]);
  // What was asked is over once it is done, and once something else was tried.
  const isAsking = asked !== null && !isSettled && (tried === null || tried === asked);
  const isAnswering = booking.proposal !== null && booking.proposal.by !== party;
  const state = (step: BookingStep) => ({
    busy: pending === step,
    disabled: isOffline || (pending !== null && pending !== step),
  });
  return (
    <>
      {buttons.length > 0 && (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="sr-only">{t("actions")}</legend>
          {buttons.map((step) =>
            step === "decline" ? (
              <DeclineMenu
                key={step}
                {...state(step)}
                onReason={(reason) => take({ step, reason })}
                onOtherWords={() => ask(step)}
              />
            ) : (
              <Button
                key={step}
                size="s"
                variant={LEADS_ON.has(step) && !isAnswering ? "primary" : "secondary"}
                {...state(step)}
                onClick={() => (asksFirst(step) ? ask(step) : take({ step }))}
              >
                {t(`step.${step}`)}
              </Button>
            ),
          )}
        </fieldset>
      )}
      {buttons.length > 0 && isOffline && <p className="text-[13px] text-text-2">{t("offline")}</p>}
      <FormAlert>{error && !isAsking && <StepError error={error} />}</FormAlert>
      <p role="status" className="sr-only">
        {done && t(`done.${done}`)}
      </p>
      {asked && (
        <Suspense fallback={null}>
          {asked === "propose-dates" ? (
            <DatesDialog open={isAsking} booking={booking} steps={steps} onClose={() => ask(null)} />
          ) : (
            <EndDialog open={isAsking} booking={booking} step={asked} steps={steps} onClose={() => ask(null)} />
          )}
        </Suspense>
      )}
    </>
  );
};

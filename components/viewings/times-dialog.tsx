"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useSlotForm } from "#lib/client/use-slot-form.ts";
import type { Viewing, ViewingSlot } from "#lib/contract/viewings.ts";
import { StepProblem } from "./step-problem.tsx";
import { TimeFields } from "./time-fields.tsx";

type TimesDialogProps = {
  viewing: Viewing;
  step: "propose" | "move";
  /** Whom they are offered to. */
  otherName: string;
  busy: boolean;
  error: Error | null;
  onOffer: (slots: ViewingSlot[], despiteOverlap: boolean) => void;
  onClose: () => void;
};

/** Other times: before one is confirmed, or to move the one that is. */
export const TimesDialog = ({ viewing, step, otherName, busy, error, onOffer, onClose }: TimesDialogProps) => {
  const t = useTranslations("viewings");
  const { city, timeZone } = viewing.listing;
  const form = useSlotForm(timeZone);
  const offer = (despiteOverlap: boolean) => {
    const slots = form.read();
    if (slots) onOffer(slots, despiteOverlap);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(step === "move" ? "form.moveTitle" : "form.proposeTitle")}
      description={t(step === "move" ? "form.moveLead" : "ask.lead", { name: otherName })}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("ask.cancel")}
          </Button>
          <Button busy={busy} onClick={() => offer(false)}>
            {t("ask.send")}
          </Button>
        </>
      }
    >
      <TimeFields form={form} city={city} />
      <StepProblem error={error} busy={busy} onDespite={() => offer(true)} />
    </Dialog>
  );
};

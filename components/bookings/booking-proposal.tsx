"use client";

import { CalendarClock } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { formatCalendarDate, formatPrice } from "#lib/client/format.ts";
import { useParty } from "#lib/client/use-booking.ts";
import type { BookingSteps } from "#lib/client/use-booking-steps.ts";
import type { Booking } from "#lib/contract/bookings.ts";
import { priceOf } from "#lib/contract/stay-price.ts";

type ProposalProps = { booking: Booking; steps: BookingSteps; isOffline: boolean };

/** Other dates that one of the two has proposed, and what the reader may do about them. */
export const BookingProposal = ({ booking, steps, isOffline }: ProposalProps) => {
  const t = useTranslations("bookings");
  const { party, other } = useParty(booking);
  const { proposal } = booking;
  if (!proposal) return null;
  const dates = { other, from: formatCalendarDate(proposal.from), to: formatCalendarDate(proposal.to) };
  const price = formatPrice(priceOf(booking.price, proposal).stayCents);
  const answers = (["accept-dates", "decline-dates"] as const).filter((step) => booking.steps[party].includes(step));
  return (
    <div className="grid gap-2.5 rounded-card border border-warn-line bg-warn-soft p-3 text-[14px]">
      <p className="grid grid-cols-[auto_1fr] gap-2">
        <CalendarClock aria-hidden="true" className="mt-0.5 size-4 text-warn" />
        <span dir="auto">
          {t(proposal.by === party ? "proposal.own" : "proposal.theirs", dates)} {t("proposal.price", { price })}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        {answers.map((step) => (
          <Button
            key={step}
            size="s"
            variant={step === "accept-dates" ? "primary" : "secondary"}
            busy={steps.pending === step}
            disabled={isOffline || (steps.pending !== null && steps.pending !== step)}
            onClick={() => steps.take({ step })}
          >
            {t(`step.${step}`)}
          </Button>
        ))}
      </div>
    </div>
  );
};

"use client";

import { ArrowRight, ChevronRight } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { formatCalendarDate } from "#lib/client/format.ts";
import { usePage } from "#lib/client/realtime-context.ts";
import { useBooking } from "#lib/client/use-booking.ts";
import { useBookingSteps } from "#lib/client/use-booking-steps.ts";
import type { Booking } from "#lib/contract/bookings.ts";
import { BookingActions } from "./booking-actions.tsx";
import { BookingBadge } from "./booking-badge.tsx";
import { BookingProposal } from "./booking-proposal.tsx";
import { BookingWords } from "./booking-words.tsx";
import { DeadlineText } from "./deadline-text.tsx";
import { PriceSplit } from "./price-split.tsx";

const Head = ({ room, listing, status, from, to }: Booking) => (
  <div className="grid gap-1">
    <div className="flex items-start justify-between gap-3">
      <p dir="auto" className="min-w-0 font-semibold text-base leading-snug [overflow-wrap:anywhere]">
        {room.name}
      </p>
      <BookingBadge status={status} />
    </div>
    <p dir="auto" className="truncate text-[13px] text-text-2">
      {listing.title}
    </p>
    <p className="tabular mt-1 flex flex-wrap items-center gap-x-2 font-medium">
      <time dateTime={from}>{formatCalendarDate(from)}</time>
      <ArrowRight role="img" aria-label={useTranslations("bookings")("until")} className="size-4 text-text-2" />
      <time dateTime={to}>{formatCalendarDate(to)}</time>
    </p>
  </div>
);

const Policy = ({ text }: { text: string }) => {
  const t = useTranslations("bookings");
  return (
    <details className="group text-[13px]">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1 rounded-md text-text-2 hover:text-text md:min-h-8">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform duration-100 group-open:rotate-90" />
        {t("policy")}
      </summary>
      <p className="pb-1 pl-5">{text}</p>
      <p className="pb-1 pl-5 text-text-2">{t("policyHint")}</p>
    </details>
  );
};

/** Focus stays with the booking when the button that held it has gone. */
const useKeptFocus = (version: number, hasActed: boolean) => {
  const card = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version brings other buttons
  useEffect(() => {
    if (hasActed && document.activeElement === document.body) card.current?.focus({ preventScroll: true });
  }, [version, hasActed]);
  return card;
};

type CardProps = {
  booking: Booking;
  /** What stands at its end: a link to more of it. */
  more?: ReactNode;
};

/** One booking as it is now: what was asked, what it costs, where it stands, and what the reader may do. */
export const BookingCard = ({ booking: given, more }: CardProps) => {
  const t = useTranslations("bookings");
  const booking = useBooking(given);
  const steps = useBookingSteps(booking);
  const isOffline = usePage(({ connection }) => connection === "offline");
  const { id, version, status, deadlineAt, room, price, cancellationPolicy } = booking;
  const card = useKeptFocus(version, steps.done !== null || steps.error !== null);
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={t("cardLabel", { room: room.name })}
      data-booking-id={id}
      data-status={status}
      className="w-full max-w-[440px] rounded-panel border bg-surface p-4 text-text shadow-1 [&>:not(:empty):not(:first-child)]:mt-3"
    >
      <Head {...booking} />
      <BookingWords booking={booking} />
      {deadlineAt !== null && (status === "requested" || status === "approved") && (
        <DeadlineText key={deadlineAt} status={status} at={deadlineAt} />
      )}
      <PriceSplit price={price} />
      <BookingProposal booking={booking} steps={steps} isOffline={isOffline} />
      <BookingActions booking={booking} steps={steps} isOffline={isOffline} />
      <div className="-mb-2 flex flex-wrap items-start justify-between gap-x-3 border-t pt-1">
        <Policy text={cancellationPolicy} />
        {more}
      </div>
    </article>
  );
};

/** The way from a booking in a conversation to its own page. */
export const BookingDetailsLink = ({ id }: { id: string }) => (
  <Link
    href={`/bookings/${id}`}
    prefetch={false}
    className="inline-flex min-h-11 items-center text-[13px] text-accent-strong underline underline-offset-2 md:min-h-8"
  >
    {useTranslations("bookings")("details")}
  </Link>
);

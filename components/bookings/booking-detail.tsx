"use client";

import { ChevronLeft, House, MessageCircle } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { useBookingPage } from "#lib/client/use-bookings.ts";
import type { Booking, BookingHistory } from "#lib/contract/bookings.ts";
import { BookingCard } from "./booking-card.tsx";
import { BookingTimeline } from "./booking-timeline.tsx";

type DetailProps = { initial: Booking; initialHistory: BookingHistory };

/** A booking on its own page: as it is now, what happened to it, and where it is talked about. */
export const BookingDetail = ({ initial, initialHistory }: DetailProps) => {
  const t = useTranslations("bookings.detail");
  const { booking, history, historyFailed } = useBookingPage(initial, initialHistory);
  const { room, listing, conversationId } = booking;
  return (
    <>
      <div>
        <Link
          href="/bookings"
          className="-ml-1 inline-flex min-h-11 items-center gap-1 rounded-card text-[14px] text-text-2 hover:text-text md:min-h-9"
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
          {t("back")}
        </Link>
        <h1 dir="auto" className="font-bold text-[26px] leading-tight tracking-tight [overflow-wrap:anywhere]">
          {t("title", { room: room.name, listing: listing.title })}
        </h1>
        <div className="mt-4 flex flex-wrap gap-2">
          <Link href={`/inbox/${conversationId}`} className={buttonClass({ variant: "secondary", size: "s" })}>
            <MessageCircle aria-hidden="true" className="size-4" />
            {t("conversation")}
          </Link>
          <Link href={`/listings/${listing.id}`} className={buttonClass({ variant: "secondary", size: "s" })}>
            <House aria-hidden="true" className="size-4" />
            {t("listing")}
          </Link>
        </div>
      </div>
      <BookingCard booking={booking} />
      <section className="grid gap-3">
        <h2 className="font-semibold text-lg">{t("timeline")}</h2>
        <BookingTimeline booking={booking} events={history.items} />
        <p role="status" className="text-[14px] text-text-2 empty:hidden">
          {historyFailed && t("timelineFailed")}
        </p>
      </section>
    </>
  );
};

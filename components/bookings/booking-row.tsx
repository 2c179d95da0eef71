"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { formatCalendarDate } from "#lib/client/format.ts";
import { useParty } from "#lib/client/use-booking.ts";
import type { Booking } from "#lib/contract/bookings.ts";
import { BookingBadge } from "./booking-badge.tsx";
import { DeadlineText } from "./deadline-text.tsx";

/** One booking in a list; the whole of it leads to its page. */
export const BookingRow = ({ booking }: { booking: Booking }) => {
  const t = useTranslations("bookings");
  const { party, other } = useParty(booking);
  const { id, room, listing, from, to, status, deadlineAt } = booking;
  return (
    <article
      data-booking-id={id}
      className="relative grid gap-1 rounded-panel border bg-surface p-4 shadow-1 transition-shadow duration-150 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 hover:shadow-2"
    >
      <div className="flex items-start justify-between gap-3">
        <h2 dir="auto" className="min-w-0 font-semibold text-base [overflow-wrap:anywhere]">
          <Link href={`/bookings/${id}`} prefetch={false} className="outline-none after:absolute after:inset-0">
            {t("detail.title", { room: room.name, listing: listing.title })}
          </Link>
        </h2>
        <BookingBadge status={status} />
      </div>
      <p className="tabular flex flex-wrap gap-x-2 text-[14px]">
        <span>{t("dates", { from: formatCalendarDate(from), to: formatCalendarDate(to) })}</span>
        <span dir="auto" className="text-text-2">
          {t("page.with", { name: other })}
        </span>
      </p>
      <p dir="auto" className="text-[14px] text-text-2">
        {t(`now.${party}.${status}`, { other })}
      </p>
      {deadlineAt !== null && (status === "requested" || status === "approved") && (
        <DeadlineText key={deadlineAt} status={status} at={deadlineAt} />
      )}
    </article>
  );
};

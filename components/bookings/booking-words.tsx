"use client";

import { useTranslations } from "use-intl";
import { useParty } from "#lib/client/use-booking.ts";
import type { Booking } from "#lib/contract/bookings.ts";

/** Where a booking stands and whose turn it is; how it ended, if it has. */
export const BookingWords = ({ booking }: { booking: Booking }) => {
  const t = useTranslations("bookings");
  const { party, other } = useParty(booking);
  const { status, reason, note } = booking;
  return (
    <div className="text-[14px]">
      <p dir="auto">{t(`now.${party}.${status}`, { other })}</p>
      {reason && reason !== "other" && <p className="text-text-2">{t(`reason.${reason}`)}</p>}
      {note && (
        <p dir="auto" className="mt-1 border-line-strong border-l-2 pl-2.5 text-text-2 [overflow-wrap:anywhere]">
          {note}
        </p>
      )}
    </div>
  );
};

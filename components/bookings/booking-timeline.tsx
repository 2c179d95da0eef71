"use client";

import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import { useSystemWords } from "#lib/client/use-system-words.ts";
import type { Booking, BookingEvent } from "#lib/contract/bookings.ts";

type EventProps = { booking: Booking; event: BookingEvent };

const Event = ({ booking, event: { at, version, ...event } }: EventProps) => {
  const t = useTranslations("bookings");
  const words = useSystemWords();
  const format = useFormat();
  const { by, reason, note } = event;
  const name = by === "server" ? "" : booking[by].name;
  const isSaid = reason !== null && reason !== "other" && by !== "server";
  return (
    <li className="relative grid gap-0.5 border-l-2 pb-5 pl-5 last:border-transparent last:pb-0">
      <span aria-hidden="true" className="absolute top-1.5 -left-[6px] size-2.5 rounded-full bg-accent" />
      <p dir="auto">{words({ type: "booking_event", bookingId: booking.id, room: booking.room.name, ...event }, name)}</p>
      {isSaid && <p className="text-[14px] text-text-2">{t(`reason.${reason}`)}</p>}
      {note && (
        <p dir="auto" className="text-[14px] text-text-2 [overflow-wrap:anywhere]">
          {note}
        </p>
      )}
      <LocalTime iso={at} text={format.full(at)} className="tabular text-[13px] text-text-2" />
    </li>
  );
};

/** Everything that happened to a booking, the oldest first. */
export const BookingTimeline = ({ booking, events }: { booking: Booking; events: readonly BookingEvent[] }) => (
  <ol>
    {events.map((event) => (
      <Event key={event.version} booking={booking} event={event} />
    ))}
  </ol>
);

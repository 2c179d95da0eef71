"use client";

import { useTranslations } from "use-intl";
import type { BookingCard, BookingLine, SystemPart } from "#lib/contract/bookings.ts";
import { formatCalendarDate } from "./format.ts";

/** What a message that nobody typed says; `name` is who caused it. */
export const useSystemWords = (): ((system: SystemPart, name: string) => string) => {
  const t = useTranslations("bookings");
  const cardWords = ({ booking }: BookingCard): string =>
    t("card", {
      student: booking.student.name,
      room: booking.room.name,
      from: formatCalendarDate(booking.from),
      to: formatCalendarDate(booking.to),
      status: t(`status.${booking.status}`),
    });
  const lineWords = ({ event, room, from, to, reason }: BookingLine, name: string): string => {
    const about = { room, from: formatCalendarDate(from), to: formatCalendarDate(to) };
    if (event !== "expire") return t(`line.${event}`, { name, ...about });
    return t(`ended.${reason === "no_answer" || reason === "dates_taken" ? reason : "not_confirmed"}`, about);
  };
  return (system, name) => (system.type === "booking" ? cardWords(system) : lineWords(system, name));
};

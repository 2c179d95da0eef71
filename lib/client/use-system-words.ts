"use client";

import { useTranslations } from "use-intl";
import type { BookingCard, BookingLine } from "#lib/contract/bookings.ts";
import type { SystemPart } from "#lib/contract/system-parts.ts";
import { formatCalendarDate } from "./format.ts";
import { useViewingWords } from "./use-viewing-words.ts";

/** So many people a line names; of the others it says how many they are. */
const NAMED = 3;

/** What a message that nobody typed says; `name` is who caused it. */
export const useSystemWords = (): ((system: SystemPart, name: string) => string) => {
  const t = useTranslations("bookings");
  const safety = useTranslations("inbox.messages.safety");
  const group = useTranslations("inbox.messages.group");
  const viewings = useViewingWords();
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
  return (system, name) => {
    switch (system.type) {
      case "booking":
        return cardWords(system);
      case "booking_event":
        return lineWords(system, name);
      case "viewing":
        return viewings.card(system);
      case "viewing_event":
        return viewings.line(system, name);
      case "safety_warning":
        return safety(system.state);
      case "group":
        return group(system.event, {
          name,
          title: system.title ?? "",
          people: system.people
            .slice(0, NAMED)
            .map((one) => one.name)
            .join(", "),
          more: Math.max(0, system.people.length - NAMED),
        });
    }
  };
};

"use client";

import { loadable } from "#components/ui/loadable.tsx";
import { useSystemWords } from "#lib/client/use-system-words.ts";
import type { SystemPart } from "#lib/contract/system-parts.ts";

type CardProps = { system: SystemPart };

/** Where a card cannot be had, its words must do. */
const SystemWords = ({ system }: CardProps) => useSystemWords()(system, "");

export const BookingCard = loadable<CardProps>(
  () => import("#components/bookings/booking-message.tsx").then((module) => module.BookingMessage),
  SystemWords,
);
const SafetyLine = loadable<CardProps>(
  () => import("#components/moderation/safety-line.tsx").then((module) => module.SafetyLine),
  SystemWords,
);
const ViewingCard = loadable<CardProps>(
  () => import("#components/viewings/viewing-message.tsx").then((module) => module.ViewingMessage),
  SystemWords,
);

/** What shows a message that nobody typed, by its type. Whatever is not among them is a line of words. */
export const messageCards: Partial<Record<SystemPart["type"], typeof BookingCard>> = {
  booking: BookingCard,
  safety_warning: SafetyLine,
  viewing: ViewingCard,
};

"use client";

import clsx from "clsx";
import { type ComponentType, lazy, Suspense } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { MessageRow } from "#lib/client/message-rows.ts";
import { useSystemWords } from "#lib/client/use-system-words.ts";
import type { SystemPart } from "#lib/contract/system-parts.ts";

type Card = ComponentType<{ system: SystemPart }>;

const SystemWords = ({ system }: { system: SystemPart }) => useSystemWords()(system, "");

/** A card comes with the first message that needs it; where it cannot be had, its words must do. */
const lazyCard = (load: () => Promise<Card>) =>
  lazy(() =>
    load().then(
      (card) => ({ default: card }),
      () => ({ default: SystemWords }),
    ),
  );

/** As high as the card will be, so that nothing moves when it comes. */
const heightOf = (system: SystemPart): string => {
  if (system.type !== "booking") return "";
  const { deadlineAt, steps, reason } = system.booking;
  if (deadlineAt !== null) return "h-[387px] md:h-[367px]";
  if (steps.student.length > 0) return "h-[355px] md:h-[335px]";
  return reason ? "h-[320px] md:h-[308px]" : "h-[299px] md:h-[287px]";
};

/** What shows a message that nobody typed, by its type. Whatever is not among them is a line of words. */
const cards: Partial<Record<SystemPart["type"], Card>> = {
  booking: lazyCard(() => import("#components/bookings/booking-message.tsx").then((module) => module.BookingMessage)),
  safety_warning: lazyCard(() => import("#components/moderation/safety-line.tsx").then((module) => module.SafetyLine)),
  viewing: lazyCard(() => import("#components/viewings/viewing-message.tsx").then((module) => module.ViewingMessage)),
};

/** A message that nobody typed: a card that lives, or a line that says what happened. */
export const SystemMessage = ({ row: { system, senderName, text } }: { row: MessageRow }) => {
  const words = useSystemWords();
  const Card = system && cards[system.type];
  if (Card) {
    return (
      <div className="mx-auto flex w-full justify-center py-2">
        <Suspense fallback={<Skeleton className={clsx("w-full max-w-[440px] rounded-panel", heightOf(system))} />}>
          <Card system={system} />
        </Suspense>
      </div>
    );
  }
  return (
    <p dir="auto" className="mx-auto max-w-[560px] py-2 text-center text-[13px] text-text-2">
      {system ? words(system, senderName) : text}
    </p>
  );
};

"use client";

import clsx from "clsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { MessageRow } from "#lib/client/message-rows.ts";
import { useSystemWords } from "#lib/client/use-system-words.ts";
import type { SystemPart } from "#lib/contract/system-parts.ts";
import { messageCards } from "./message-cards.tsx";

/** As high as the card will be, so that nothing moves when it comes. */
const heightOf = (system: SystemPart): string => {
  if (system.type !== "booking") return "";
  const { deadlineAt, steps, reason } = system.booking;
  if (deadlineAt !== null) return "h-[387px] md:h-[367px]";
  if (steps.student.length > 0) return "h-[355px] md:h-[335px]";
  return reason ? "h-[320px] md:h-[308px]" : "h-[299px] md:h-[287px]";
};

/** A message that nobody typed: a card that lives, or a line that says what happened. */
export const SystemMessage = ({ row: { system, senderName, text } }: { row: MessageRow }) => {
  const words = useSystemWords();
  const Card = system && messageCards[system.type];
  if (Card) {
    return (
      <div className="mx-auto flex w-full justify-center py-2">
        <Card
          props={{ system }}
          fallback={<Skeleton className={clsx("w-full max-w-[440px] rounded-panel", heightOf(system))} />}
        />
      </div>
    );
  }
  return (
    <p dir="auto" className="mx-auto max-w-[560px] py-2 text-center text-[13px] text-text-2">
      {system ? words(system, senderName) : text}
    </p>
  );
};

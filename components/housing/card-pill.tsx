"use client";

import { useRef } from "react";
import { homeStanding } from "#lib/client/known-rooms.ts";
import { useRoomsInView } from "#lib/client/use-rooms.ts";
import type { ListingSummary } from "#lib/contract/housing.ts";
import { Pill } from "./pill.tsx";
import { useStandingWords } from "./use-standing-words.ts";

type CardPillProps = {
  listing: Pick<ListingSummary, "id" | "freeRoomCount" | "requestCount" | "availableFrom">;
  /** When the server made the page (ISO 8601). */
  at: string;
};

/** How a home in a list stands; while it is in view, as of now. */
export const CardPill = ({ listing, at }: CardPillProps) => {
  const element = useRef<HTMLSpanElement>(null);
  const known = useRoomsInView(listing.id, at, element);
  const today = at.slice(0, 10);
  const standing = known ? homeStanding(known, today) : listing;
  return (
    <span ref={element}>
      <Pill {...useStandingWords(today).ofHome(standing)} onPhoto />
    </span>
  );
};

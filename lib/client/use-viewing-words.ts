"use client";

import { useTranslations } from "use-intl";
import type { ViewingCard, ViewingLine, ViewingSlot } from "#lib/contract/viewings.ts";
import { formatFull } from "./format.ts";

/** What the messages of a viewing say in one sentence; times are those of the home's clock. */
export const useViewingWords = () => {
  const t = useTranslations("viewings");
  const moment = ([slot]: readonly ViewingSlot[], timeZone: string): string =>
    slot ? formatFull(slot.startsAt, { timeZone }) : "";
  return {
    card: ({ viewing: { listing, status, confirmed } }: ViewingCard): string =>
      t(`card.${status}`, { home: listing.title, time: moment(confirmed ? [confirmed] : [], listing.timeZone) }),
    line: ({ event, slots, timeZone }: ViewingLine, name: string): string =>
      t(`line.${event}`, { name, count: slots.length, time: moment(slots, timeZone) }),
  };
};

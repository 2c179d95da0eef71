"use client";

import { useTranslations } from "use-intl";
import { formatCalendarDate } from "#lib/client/format.ts";
import type { HomeStanding, RoomStanding } from "#lib/client/known-rooms.ts";
import { useFormat } from "#lib/client/use-format.ts";

type Words = { tone: "free" | "soon" | "taken"; words: string };

/** Says how rooms and homes stand; `today` is an ISO date. */
export const useStandingWords = (today: string) => {
  const t = useTranslations("housing.availability");
  const format = useFormat();

  const freeFrom = (date: string) => (date <= today ? t("freeNow") : t("freeFrom", { date: formatCalendarDate(date) }));
  const withRequests = (words: string, count: number) => (count > 0 ? t("withRequests", { words, count }) : words);

  const ofRoom = ({ status, requests, heldUntil, letUntil, availableFrom }: RoomStanding): Words => {
    if (status === "let" && letUntil) return { tone: "taken", words: t("letUntil", { date: formatCalendarDate(letUntil) }) };
    if (status === "held" && heldUntil) return { tone: "soon", words: t("heldUntil", { time: format.weekdayTime(heldUntil) }) };
    const tone = availableFrom <= today && requests === 0 ? "free" : "soon";
    return { tone, words: withRequests(freeFrom(availableFrom), requests) };
  };

  const ofHome = ({ freeRoomCount, requestCount, availableFrom }: HomeStanding): Words => {
    const words = freeRoomCount > 0 ? t("free", { count: String(freeRoomCount) }) : freeFrom(availableFrom);
    return { tone: freeRoomCount > 0 ? "free" : "soon", words: withRequests(words, requestCount) };
  };

  return { ofRoom, ofHome };
};

"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import { formatCountdown } from "#lib/client/format.ts";
import { useCountdown } from "#lib/client/use-countdown.ts";
import { useFormat } from "#lib/client/use-format.ts";
import { useStillness } from "#lib/client/use-stillness.ts";

const HOUR = 3_600;

const useTimeLeft = (): ((seconds: number) => string) => {
  const t = useTranslations("bookings.deadline");
  const isStill = useStillness();
  return (seconds) => {
    if (seconds < HOUR) return isStill ? t("minutes", { minutes: String(Math.ceil(seconds / 60)) }) : formatCountdown(seconds);
    return t("hours", { hours: String(Math.floor(seconds / HOUR)), minutes: String(Math.floor((seconds % HOUR) / 60)) });
  };
};

type DeadlineProps = { status: "requested" | "approved"; at: string };

/** How long there is to answer or to confirm: it goes down for the eye, and tells the ear once until when. */
export const DeadlineText = ({ status, at }: DeadlineProps) => {
  const t = useTranslations("bookings.deadline");
  const format = useFormat();
  const timeLeft = useTimeLeft();
  const left = useCountdown(Date.parse(at));
  return (
    <p className="tabular flex items-center gap-1.5 font-medium text-[13.5px] text-warn">
      <Clock aria-hidden="true" className="size-4 shrink-0" />
      <span className="sr-only" suppressHydrationWarning>
        {t(status === "requested" ? "requestedUntil" : "approvedUntil", { time: format.full(at) })}
      </span>
      <span aria-hidden="true" title={format.full(at)} suppressHydrationWarning>
        {left === 0 ? t("over") : t(status, { left: timeLeft(left) })}
      </span>
    </p>
  );
};

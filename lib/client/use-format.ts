"use client";

import { useMemo } from "react";
import { useTimeZone } from "use-intl";
import { formatClock, formatDayLabel, formatFull, formatListTime, formatWeekdayTime } from "./format.ts";

/** The formatters of instants in the reader's own time zone. */
export const useFormat = () => {
  const timeZone = useTimeZone() ?? "UTC";
  return useMemo(
    () => ({
      clock: (iso: string) => formatClock(iso, { timeZone }),
      weekdayTime: (iso: string) => formatWeekdayTime(iso, { timeZone }),
      full: (iso: string) => formatFull(iso, { timeZone }),
      dayLabel: (iso: string, now?: Date) => formatDayLabel(iso, { timeZone, ...(now ? { now } : {}) }),
      listTime: (iso: string, now?: Date) => formatListTime(iso, { timeZone, ...(now ? { now } : {}) }),
    }),
    [timeZone],
  );
};

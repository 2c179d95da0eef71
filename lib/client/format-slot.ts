import type { ViewingSlot } from "#lib/contract/viewings.ts";
import { dateFormat } from "./date-format.ts";
import type { FormatSettings } from "./format.ts";
import { locale } from "./texts/locale.ts";
import { instantsOf, localOf } from "./zoned-time.ts";

/** A time of the day; in the hour that a clock shows twice it says which of the two is meant. */
const clockOf = (at: Date, timeZone: string): string => {
  const isTwice = instantsOf(localOf(at, timeZone), timeZone).length > 1;
  const zone = isTwice ? ({ timeZoneName: "short" } as const) : {};
  return dateFormat(locale, { timeZone, hour: "2-digit", minute: "2-digit", ...zone }).format(at);
};

const dayOf = (at: Date, { timeZone, now = new Date() }: FormatSettings): string => {
  const isThisYear = localOf(at, timeZone).slice(0, 4) === localOf(now, timeZone).slice(0, 4);
  const year = isThisYear ? {} : ({ year: "numeric" } as const);
  return dateFormat(locale, { timeZone, weekday: "short", day: "numeric", month: "short", ...year }).format(at);
};

/** From when to when, on the clock of a zone: Sun 28 Mar, 10:00–10:30. */
export const formatSlot = ({ startsAt, minutes }: ViewingSlot, settings: FormatSettings): string => {
  const start = new Date(startsAt);
  const end = new Date(start.getTime() + minutes * 60_000);
  return `${dayOf(start, settings)}, ${clockOf(start, settings.timeZone)}–${clockOf(end, settings.timeZone)}`;
};

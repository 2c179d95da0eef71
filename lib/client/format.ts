import { dateFormat, dayOf } from "./date-format.ts";
import { locale } from "./texts/locale.ts";

export type FormatSettings = { timeZone: string; now?: Date };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Whole calendar days from `from` to `to`, as people in this zone count them. */
const daysBetween = (from: Date, to: Date, timeZone: string) =>
  Math.round((Date.parse(dayOf(to, timeZone)) - Date.parse(dayOf(from, timeZone))) / DAY);

const sentence = (words: string) => words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);

const relativeDay = (days: number) => sentence(new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day"));

/** Cents of a euro as people write prices: €540, €540.50. */
export const formatPrice = (cents: number): string =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "EUR",
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);

/** A calendar date (`2027-10-01`, no zone) as '1 Oct', with the year when it is not this one. */
export const formatCalendarDate = (date: string, now: Date = new Date()): string => {
  const at = new Date(`${date}T00:00:00Z`);
  const sameYear = at.getUTCFullYear() === now.getUTCFullYear();
  const year = sameYear ? {} : ({ year: "numeric" } as const);
  return dateFormat(locale, { timeZone: "UTC", day: "numeric", month: "short", ...year }).format(at);
};

/** Seconds that are left, as a clock: 0:42. */
export const formatCountdown = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** An instant as a time of the day: 10:42. */
export const formatClock = (iso: string, { timeZone }: FormatSettings): string =>
  dateFormat(locale, { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(iso));

/** An instant in full, for a tooltip: Sunday 22 November 2026 at 10:42. */
export const formatFull = (iso: string, { timeZone }: FormatSettings): string =>
  dateFormat(locale, { timeZone, dateStyle: "full", timeStyle: "short" }).format(new Date(iso));

/** An instant of these days, for a deadline: Thu 10:42. */
export const formatWeekdayTime = (iso: string, { timeZone }: FormatSettings): string =>
  dateFormat(locale, { timeZone, weekday: "short", hour: "2-digit", minute: "2-digit" }).format(new Date(iso));

/** The heading of a day among messages: Today, Yesterday, Monday, 12 November, 12 November 2025. */
export const formatDayLabel = (iso: string, { timeZone, now = new Date() }: FormatSettings): string => {
  const at = new Date(iso);
  const days = daysBetween(at, now, timeZone);
  if (days === 0 || days === 1) return relativeDay(days);
  if (days > 1 && days < 7) return dateFormat(locale, { timeZone, weekday: "long" }).format(at);
  const sameYear = dayOf(at, timeZone).slice(0, 4) === dayOf(now, timeZone).slice(0, 4);
  const year = sameYear ? {} : ({ year: "numeric" } as const);
  return dateFormat(locale, { timeZone, day: "numeric", month: "long", ...year }).format(at);
};

/** An instant in a narrow column: 10:42 today, Yesterday, Mon, 12 Nov, 12/11/2025. */
export const formatListTime = (iso: string, { timeZone, now = new Date() }: FormatSettings): string => {
  const at = new Date(iso);
  const days = daysBetween(at, now, timeZone);
  if (days <= 0) return formatClock(iso, { timeZone });
  if (days === 1) return relativeDay(days);
  if (days < 7) return dateFormat(locale, { timeZone, weekday: "short" }).format(at);
  const sameYear = dayOf(at, timeZone).slice(0, 4) === dayOf(now, timeZone).slice(0, 4);
  if (!sameYear) return dateFormat(locale, { timeZone, dateStyle: "short" }).format(at);
  return dateFormat(locale, { timeZone, day: "numeric", month: "short" }).format(at);
};

/** How long ago, in the short words that fit a phone: now, 5 min ago, 3 hr ago, yesterday, 12 days ago. */
export const formatAgo = (iso: string, now: Date = new Date()): string => {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const passed = Math.max(0, now.getTime() - Date.parse(iso));
  if (passed < MINUTE) return words.format(0, "second");
  if (passed < 60 * MINUTE) return words.format(-Math.floor(passed / MINUTE), "minute");
  if (passed < DAY) return words.format(-Math.floor(passed / (60 * MINUTE)), "hour");
  return words.format(-Math.floor(passed / DAY), "day");
};

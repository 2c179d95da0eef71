/**
 * Nobody writes at four in the morning. Stories are laid out in waking minutes: each day has 960 of them, from 06:30 to 22:30 UTC,
 * so that a pause of an hour after a late message ends the next morning.
 */
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const DAY_BEGINS = 6 * 60 + 30;

export const WAKING_DAY = 16 * 60;

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** A moment in waking minutes since 1970; a moment of the night counts as the morning or the evening next to it. */
export const toWaking = (at: Date): number => {
  const day = Math.floor(at.getTime() / DAY_MS);
  const minute = (at.getTime() - day * DAY_MS) / MINUTE_MS - DAY_BEGINS;
  return day * WAKING_DAY + clamp(minute, 0, WAKING_DAY);
};

/** The moment of a place in waking time, to the millisecond. */
export const fromWaking = (position: number): Date => {
  const day = Math.floor(position / WAKING_DAY);
  return new Date(Math.round(day * DAY_MS + (DAY_BEGINS + position - day * WAKING_DAY) * MINUTE_MS));
};

export const wakingDayOf = (position: number): number => Math.floor(position / WAKING_DAY);

/** The place of a clock time ("17:30", `offsetHours` east of UTC) on a waking day; kept clear of both ends of the day. */
export const wakingAt = (day: number, clock: string, offsetHours: number): number => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return day * WAKING_DAY + clamp((hours - offsetHours) * 60 + minutes - DAY_BEGINS, 5, WAKING_DAY - 60);
};

export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/** "2027-02-01" */
export const calendarDate = (at: Date): string => at.toISOString().slice(0, 10);

/** "Thursday" */
export const weekdayName = (at: Date): string => WEEKDAYS[at.getUTCDay()] ?? "";

/** "1 February" */
export const dayAndMonth = (at: Date): string => `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`;

/** The first of the month after the next `days` days: when people like to move. */
export const nextFirst = (at: Date, days: number): Date => {
  const later = addDays(at, days);
  return new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 1));
};

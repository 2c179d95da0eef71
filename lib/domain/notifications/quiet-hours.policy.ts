import type { QuietHours } from "#lib/contract/notification-preferences.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** What the clock on the wall of that zone shows, in minutes of its day. */
const wallMinutes = (at: Date, timeZone: string): number => {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return minutesOf(clock.format(at));
};

/** Minutes from one time of the day to the next time it is another. */
const ahead = (from: number, to: number): number => (to - from + DAY_MINUTES) % DAY_MINUTES;

/**
 * When the quiet hours that reign now are over, or nothing when none do. They are times on the wall: over a change of clocks they
 * are longer or shorter than they say, and a time that is left out comes as much later as was left out.
 */
export const quietUntil = ({ from, until, timeZone }: QuietHours, now: Date): Date | undefined => {
  const [start, end, wall] = [minutesOf(from), minutesOf(until), wallMinutes(now, timeZone)];
  if (ahead(start, wall) >= ahead(start, end)) return undefined;
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
  const guess = new Date(minute.getTime() + ahead(wall, end) * MINUTE_MS);
  // Clocks may have changed on the way: what the wall shows there says by how much.
  const late = ahead(end, wallMinutes(guess, timeZone));
  const drift = late > DAY_MINUTES / 2 ? late - DAY_MINUTES : late;
  const mended = new Date(guess.getTime() - drift * MINUTE_MS);
  return wallMinutes(mended, timeZone) === end ? mended : guess;
};

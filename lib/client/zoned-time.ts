const HOUR = 3_600_000;
/** Clocks are nowhere further from UTC than this, and change by less than it. */
const REACH = 26 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();
/** `sv-SE` writes a moment as 2027-03-28 10:00, which is what a native field takes but for the space. */
const wallClock = (timeZone: string): Intl.DateTimeFormat => {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  formats.set(timeZone, format);
  return format;
};

/** What the clock on the wall of that zone shows at an instant: `2027-03-28T10:00`, as a native field holds it. */
export const localOf = (at: Date, timeZone: string): string => wallClock(timeZone).format(at).replace(" ", "T");

/** How far that clock is ahead of UTC at an instant. */
const offsetAt = (at: number, timeZone: string): number => {
  const minute = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${localOf(new Date(minute), timeZone)}:00Z`) - minute;
};

/**
 * The instants at which the clock of that zone shows a time, the earlier first: one as a rule, two in the hour that comes twice
 * when clocks go back, none in the hour that is left out when they go forward, or for what is no time.
 */
export const instantsOf = (local: string, timeZone: string): Date[] => {
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return [];
  // Whatever the clock was before and is after a change: each of the two is a candidate, and has to prove itself.
  const offsets = new Set([offsetAt(asUtc - REACH, timeZone), offsetAt(asUtc + REACH, timeZone)]);
  return [...offsets]
    .map((offset) => new Date(asUtc - offset))
    .filter((at) => localOf(at, timeZone) === local)
    .sort((one, other) => one.getTime() - other.getTime());
};

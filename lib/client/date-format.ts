const formats = new Map<string, Intl.DateTimeFormat>();
/** More than one reader needs. The server has readers of all zones, and keeps no more for them. */
const MOST = 50;

/** Writes instants. Making one takes longer than all else of a row in the list: each is made once. */
export const dateFormat = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, options);
  if (formats.size === MOST) formats.clear();
  formats.set(key, made);
  return made;
};

/** The day of an instant in a zone, comparable as a string: `en-CA` writes 2026-11-22. */
export const dayOf = (at: Date, timeZone: string): string => dateFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);

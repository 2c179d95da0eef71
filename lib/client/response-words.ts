import type { ResponseFigures } from "#lib/contract/responses.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

/** A time to wait, in the unit that people would say it in: never less than it is. */
export const spanOf = (minutes: number): { unit: "minutes" | "hours" | "days"; count: number } => {
  if (minutes < HOUR) return { unit: "minutes", count: Math.max(1, minutes) };
  return minutes < DAY ? { unit: "hours", count: Math.ceil(minutes / HOUR) } : { unit: "days", count: Math.ceil(minutes / DAY) };
};

export type ResponseWords =
  | { key: "isNew" }
  | { key: "hours" | "days"; count: number }
  /** Half of the questions stay without an answer: 'usually' would not be true. */
  | { key: "seldom"; percent: number };

/** What is said of a landlord in one line: keys of the catalogue's `housing.listing.responses`. */
export const responseWords = ({ medianMinutes, answeredPercent }: ResponseFigures): ResponseWords => {
  if (answeredPercent === null) return { key: "isNew" };
  if (medianMinutes === null || answeredPercent < 50) return { key: "seldom", percent: answeredPercent };
  const { unit, count } = spanOf(Math.max(HOUR, medianMinutes));
  return { key: unit === "days" ? "days" : "hours", count };
};

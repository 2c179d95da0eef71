import { limits } from "#lib/contract/limits.ts";

export type Stay = { from: string; to: string };

/** Keys of the catalogue's `bookings.stay`. */
type StayError = "missing" | "past" | "order" | "tooFar";
export type StayErrors = Partial<Record<keyof Stay, StayError>>;

type Bounds = {
  today: string;
  /** The stay is under way: its first day may be over. */
  mayHaveBegun?: boolean;
};

const DAY_MS = 86_400_000;

/** A day so many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const fromError = (from: string, { today, mayHaveBegun = false }: Bounds): StayError | undefined => {
  if (from === "") return "missing";
  if (!mayHaveBegun && from < today) return "past";
  return from > dayAfter(today, limits.bookingDays) ? "tooFar" : undefined;
};

const toError = ({ from, to }: Stay, { today }: Bounds): StayError | undefined => {
  if (to === "") return "missing";
  if (from !== "" && to <= from) return "order";
  if (to <= today) return "past";
  return from !== "" && to > dayAfter(from, limits.bookingDays) ? "tooFar" : undefined;
};

/** What stands in the way of a stay, by field; days as `2027-02-01` compare as strings. The server has the last word. */
export const checkStay = (stay: Stay, bounds: Bounds): StayErrors => {
  const [from, to] = [fromError(stay.from, bounds), toError(stay, bounds)];
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
};

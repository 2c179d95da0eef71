import type { BookingPrice } from "./bookings.ts";

type Stay = { from: string; to: string };

const DAY_MS = 86_400_000;
const DAYS_OF_A_MONTH = 30;

type Day = { year: number; month: number; day: number };

const parse = (date: string): Day => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return { year, month, day };
};

/** So many months later; where that month is shorter, its last day. */
const monthsLater = ({ year, month, day }: Day, months: number): number => {
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(day, last));
};

/** The whole months of a stay and the days after them. */
const lengthOf = ({ from, to }: Stay): { months: number; days: number } => {
  const [start, end] = [parse(from), parse(to)];
  const endsAt = Date.parse(to);
  const atMost = (end.year - start.year) * 12 + end.month - start.month;
  const months = monthsLater(start, atMost) > endsAt ? atMost - 1 : atMost;
  return { months, days: Math.round((endsAt - monthsLater(start, months)) / DAY_MS) };
};

/**
 * What a stay costs: days cost a thirtieth of a month each, and never more than one. The server decides by it, and a form shows
 * it before anything is asked.
 */
export const priceOf = (room: { rentCents: number; depositCents: number }, stay: Stay): BookingPrice => {
  const { rentCents, depositCents } = room;
  const { months, days } = lengthOf(stay);
  const forDays = Math.min(rentCents, Math.round((rentCents * days) / DAYS_OF_A_MONTH));
  const stayCents = months * rentCents + forDays;
  return { rentCents, depositCents, stayCents, firstPaymentCents: Math.min(rentCents, stayCents) + depositCents };
};

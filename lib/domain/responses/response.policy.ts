import type { ResponseFigures } from "#lib/contract/responses.ts";

/** A student's first words to a landlord, and when the landlord first answered. */
export type Thread = { askedAt: Date; answeredAt: Date | null };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WINDOW_DAYS = 30;
/** Below it, figures would say more about chance than about the landlord. */
const FEWEST_THREADS = 10;

/** From when on threads count. */
export const windowStart = (now: Date): Date => new Date(now.getTime() - WINDOW_DAYS * DAY_MS);

/** A question of today may still be answered today: it counts once it is answered, or a day old. */
const counts = ({ askedAt, answeredAt }: Thread, now: Date): boolean =>
  askedAt >= windowStart(now) && (answeredAt !== null || now.getTime() - askedAt.getTime() >= DAY_MS);

const waits = (threads: readonly Thread[]): number[] =>
  threads.flatMap(({ askedAt, answeredAt }) => (answeredAt ? [answeredAt.getTime() - askedAt.getTime()] : []));

const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** What is told of how a landlord answers. */
export const responseFigures = (threads: readonly Thread[], now: Date): ResponseFigures => {
  const counted = threads.filter((thread) => counts(thread, now));
  if (counted.length < FEWEST_THREADS) return { threads: counted.length, medianMinutes: null, answeredPercent: null };
  const answered = waits(counted);
  const middle = median(answered);
  return {
    threads: counted.length,
    medianMinutes: middle === null ? null : Math.round(middle / MINUTE_MS),
    answeredPercent: Math.round((100 * answered.length) / counted.length),
  };
};

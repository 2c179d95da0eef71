export type BackoffSettings = { firstMs?: number; mostMs?: number; random?: () => number };

/**
 * How long to wait before try number `attempt` (0 is the first repeat): doubling from one second to thirty, spread over
 * the upper half so that a crowd that lost the line together does not come back together.
 */
export const backoffMs = (
  attempt: number,
  { firstMs = 1_000, mostMs = 30_000, random = Math.random }: BackoffSettings = {},
): number => {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 20));
  return Math.round(full / 2 + (full / 2) * random());
};

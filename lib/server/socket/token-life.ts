import type { Clock } from "#lib/domain/ports.ts";

/** How long before its end a token is called expiring, and how long after it a socket may still bring a fresh one. */
const MARGIN_MS = 60_000;
/** More than this is more than a timer can hold. */
const MAX_TIMER_MS = 2_147_483_647;

type Schedule = { warnInMs: number; closeInMs: number };

/** When to warn and when to close, from `now` on. Tokens that live shorter than three margins get a third of their life for each. */
export const tokenSchedule = ({ expiresAt, now, lifeMs }: { expiresAt: Date; now: Date; lifeMs: number }): Schedule => {
  const margin = Math.min(MARGIN_MS, lifeMs / 3);
  const left = expiresAt.getTime() - now.getTime();
  const bounded = (ms: number) => Math.min(Math.max(0, Math.round(ms)), MAX_TIMER_MS);
  return { warnInMs: bounded(left - margin), closeInMs: bounded(left + margin) };
};

type Options = { lifeMs: number; clock: Clock; onExpiring: (expiresAt: Date) => void; onExpired: () => void };

/** Watches over the access token of one live socket, with one timer. */
export const createTokenLife = ({ lifeMs, clock, onExpiring, onExpired }: Options) => {
  let timer: NodeJS.Timeout | undefined;
  const clear = (): void => clearTimeout(timer);
  return {
    /** From now on the socket lives by a token that ends then. */
    begin: (expiresAt: Date): void => {
      clear();
      const { warnInMs, closeInMs } = tokenSchedule({ expiresAt, now: clock(), lifeMs });
      timer = setTimeout(() => {
        onExpiring(expiresAt);
        timer = setTimeout(onExpired, closeInMs - warnInMs);
      }, warnInMs);
    },
    clear,
  };
};
export type TokenLife = ReturnType<typeof createTokenLife>;

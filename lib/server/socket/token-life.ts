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

type Options<Bearer> = {
  lifeMs: number;
  clock: Clock;
  /** `expiresAt`: as it is written. */
  onExpiring: (bearer: Bearer, expiresAt: string) => void;
  onExpired: (bearer: Bearer) => void;
};

/** Watches over the access tokens of live sockets, with one timer for each. */
export const createTokenLives = <Bearer>({ lifeMs, clock, onExpiring, onExpired }: Options<Bearer>) => {
  const timers = new Map<Bearer, NodeJS.Timeout>();
  const end = (bearer: Bearer): void => {
    clearTimeout(timers.get(bearer));
    timers.delete(bearer);
  };
  return {
    /** From now on this one lives by a token that ends then. */
    begin: (bearer: Bearer, expiresAt: Date): void => {
      end(bearer);
      const { warnInMs, closeInMs } = tokenSchedule({ expiresAt, now: clock(), lifeMs });
      const endsAt = expiresAt.toISOString();
      const warn = (): void => {
        onExpiring(bearer, endsAt);
        timers.set(bearer, setTimeout(onExpired, closeInMs - warnInMs, bearer));
      };
      timers.set(bearer, setTimeout(warn, warnInMs));
    },
    livesByToken: (bearer: Bearer): boolean => timers.has(bearer),
    end,
  };
};

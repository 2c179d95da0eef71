import { AsyncResource } from "node:async_hooks";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { type RateName, rates } from "#lib/contract/limits.ts";
import { fail } from "#lib/domain/fail.ts";
import type { RateLimits } from "#lib/domain/ports.ts";
import { createRestedKeys } from "./rested-keys.ts";

/** Anybody can make keys, by trying addresses that nobody has: of one limit no more than these are remembered. */
const MAX_KEYS = 50_000;

const limiterOf = (name: RateName, factor: number) => {
  const { points, seconds } = rates[name];
  return new RateLimiterMemory({ keyPrefix: name, points: Math.max(1, Math.round(points * factor)), duration: seconds });
};

/** One limit, with what it knows of each key for as long as the window that its last use may have opened. */
const createLimit = (limiter: RateLimiterMemory, most: number) => {
  const keys = createRestedKeys({ most, restMs: limiter.duration * 1_000 });
  const forget = async (key: string): Promise<void> => {
    keys.forget(key);
    await limiter.delete(key);
  };
  return {
    forget,
    take: async (key: string): Promise<void> => {
      const rested = keys.use(key);
      if (rested !== undefined) await limiter.delete(rested);
      await limiter.consume(key);
    },
  };
};
type Limit = ReturnType<typeof createLimit>;

/** Limits of one process: a window of fixed length opens with the first use. `factor` multiplies them all: load tests raise it. */
export const createMemoryRateLimits = (
  factor: number,
  { maxKeys = MAX_KEYS, onHit = () => undefined }: { maxKeys?: number; onHit?: (name: RateName) => void } = {},
): RateLimits => {
  // A timer keeps whatever it was set within, which is all of a request, for as long as its window lasts: it is set within this instead.
  const outside = new AsyncResource("UniNestLimits");
  const limits = new Map<RateName, Limit>();
  const limitOf = (name: RateName): Limit => {
    const existing = limits.get(name) ?? createLimit(limiterOf(name, factor), maxKeys);
    limits.set(name, existing);
    return existing;
  };
  return {
    take: async (name, key) => {
      try {
        await outside.runInAsyncScope(() => limitOf(name).take(key));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        onHit(name);
        throw fail("rate_limited", { retryAfterMs: Math.max(1, refusal.msBeforeNext) });
      }
    },
    forgive: (name, key) => limitOf(name).forget(key),
  };
};

import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { type RateName, rates } from "#lib/contract/limits.ts";
import { fail } from "#lib/domain/fail.ts";
import type { RateLimits } from "#lib/domain/ports.ts";

const limiterOf = (name: RateName, factor: number) => {
  const { points, seconds } = rates[name];
  return new RateLimiterMemory({ keyPrefix: name, points: Math.max(1, Math.round(points * factor)), duration: seconds });
};

/** Limits of one process. `factor` multiplies them all: load tests raise it. */
export const createMemoryRateLimits = (factor: number): RateLimits => {
  const limiters = new Map<RateName, RateLimiterMemory>();
  const limiter = (name: RateName): RateLimiterMemory => {
    const existing = limiters.get(name) ?? limiterOf(name, factor);
    limiters.set(name, existing);
    return existing;
  };
  return {
    take: async (name, key) => {
      try {
        await limiter(name).consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw fail("rate_limited", { retryAfterMs: Math.max(1, refusal.msBeforeNext) });
      }
    },
    forgive: async (name, key) => {
      await limiter(name).delete(key);
    },
  };
};

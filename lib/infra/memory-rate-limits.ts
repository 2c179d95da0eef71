import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { type RateName, rates } from "#lib/contract/limits.ts";
import { fail } from "#lib/domain/fail.ts";
import type { RateLimits } from "#lib/domain/ports.ts";

/** Anybody can make keys, by trying addresses that nobody has: of one limit no more than these are remembered. */
const MAX_KEYS = 50_000;

const limiterOf = (name: RateName, factor: number) => {
  const { points, seconds } = rates[name];
  return new RateLimiterMemory({ keyPrefix: name, points: Math.max(1, Math.round(points * factor)), duration: seconds });
};

/** One limit and the keys that it remembers; beyond `maxKeys` the one that has rested longest is forgotten. */
const createLimit = (limiter: RateLimiterMemory, maxKeys: number) => {
  const keys = new Set<string>();
  const remember = (key: string): string | undefined => {
    keys.delete(key);
    keys.add(key);
    return keys.size > maxKeys ? keys.values().next().value : undefined;
  };
  const forget = async (key: string): Promise<void> => {
    keys.delete(key);
    await limiter.delete(key);
  };
  return {
    forget,
    take: async (key: string): Promise<void> => {
      const rested = remember(key);
      if (rested !== undefined) await forget(rested);
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
  const limits = new Map<RateName, Limit>();
  const limitOf = (name: RateName): Limit => {
    const existing = limits.get(name) ?? createLimit(limiterOf(name, factor), maxKeys);
    limits.set(name, existing);
    return existing;
  };
  return {
    take: async (name, key) => {
      try {
        await limitOf(name).take(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        onHit(name);
        throw fail("rate_limited", { retryAfterMs: Math.max(1, refusal.msBeforeNext) });
      }
    },
    forgive: (name, key) => limitOf(name).forget(key),
  };
};

import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { type RateName, rates } from "#lib/contract/limits.ts";
import { fail } from "#lib/domain/fail.ts";
import type { RateLimits } from "#lib/domain/ports.ts";
import type { RedisLink } from "./redis-link.ts";

type Options = {
  link: RedisLink;
  /** Multiplies them all: load tests raise it. */
  factor: number;
  /** What counts while Redis does not: limits fall back to those of one process, not to none. */
  local: RateLimits;
  onHit: (name: RateName) => void;
};

/** Limits over all nodes. A window begins with the first use, as in one process. */
export const createRedisRateLimits = ({ link, factor, local, onHit }: Options): RateLimits => {
  const limiters = new Map<RateName, RateLimiterRedis>();
  const limiterOf = (name: RateName): RateLimiterRedis => {
    const { points, seconds } = rates[name];
    const limiter =
      limiters.get(name) ??
      new RateLimiterRedis({
        storeClient: link.client,
        useRedisPackage: true,
        keyPrefix: `uninest:limit:${name}`,
        points: Math.max(1, Math.round(points * factor)),
        duration: seconds,
      });
    limiters.set(name, limiter);
    return limiter;
  };

  return {
    take: async (name, key) => {
      try {
        await link.ask(() => limiterOf(name).consume(key));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) return local.take(name, key);
        onHit(name);
        throw fail("rate_limited", { retryAfterMs: Math.max(1, refusal.msBeforeNext) });
      }
    },
    forgive: async (name, key) => {
      await local.forgive(name, key);
      await link.ask(() => limiterOf(name).delete(key)).catch(() => undefined);
    },
  };
};

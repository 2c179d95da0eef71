import { expect, test } from "vitest";
import type { RateName } from "#lib/contract/limits.ts";
import { createMemoryRateLimits } from "../memory-rate-limits.ts";
import type { RedisLink } from "./redis-link.ts";
import { createRedisRateLimits } from "./redis-rate-limits.ts";

test("without Redis each node counts by itself: nobody is let through without a limit", async () => {
  const hits: RateName[] = [];
  const onHit = (name: RateName) => void hits.push(name);
  const link = { client: {}, ask: () => Promise.reject(new Error("away")) } as unknown as RedisLink;
  const local = createMemoryRateLimits(1, { onHit });
  const limits = createRedisRateLimits({ link, factor: 1, local, onHit });
  for (let turn = 0; turn < 10; turn += 1) await limits.take("presence:update", "user alice");
  const refusal = limits.take("presence:update", "user alice");
  await expect(refusal).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: expect.any(Number) });
  await limits.take("presence:update", "user bob");
  expect(hits).toEqual(["presence:update"]);
});

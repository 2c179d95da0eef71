import type { Setting } from "../faults/setting.ts";
import { startRedis, type TestRedis } from "../harness/redis.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

/** Limits are counted here; a factor leaves room for the people who register. */
export const LIMIT_FACTOR = 3;

export type TwoNodes = { redis: TestRedis; oak: RunningServer; elm: RunningServer; stop: () => Promise<void> };

/** Two nodes, oak and elm, over one PostgreSQL and a Redis of their own. */
export const startTwoNodes = async ({ databaseUrl, dataDir }: Setting): Promise<TwoNodes> => {
  const redis = await startRedis();
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    REDIS_URL: redis.url,
    RATE_LIMIT_FACTOR: String(LIMIT_FACTOR),
    DATABASE_POOL: "5",
  };
  const oak = await startServer({ name: "oak", env });
  const elm = await startServer({ name: "elm", env });
  const stop = async (): Promise<void> => {
    await Promise.all([oak.stop(), elm.stop()]);
    await redis.stop();
  };
  return { redis, oak, elm, stop };
};

import type { Setting } from "../faults/setting.ts";
import { startRedis, type TestRedis } from "../harness/redis.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

/** Limits are counted here; a factor leaves room for the people who register. */
export const LIMIT_FACTOR = 3;

export type TwoNodes = {
  redis: TestRedis;
  oak: RunningServer;
  elm: RunningServer;
  /** One more. Resolves to its address. */
  start: (name: string) => Promise<string>;
  stop: () => Promise<void>;
};

/** Two nodes, oak and elm, over one PostgreSQL and a Redis of their own. */
export const startTwoNodes = async ({ databaseUrl, dataDir }: Setting, more: Record<string, string> = {}): Promise<TwoNodes> => {
  const redis = await startRedis();
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    REDIS_URL: redis.url,
    RATE_LIMIT_FACTOR: String(LIMIT_FACTOR),
    DATABASE_POOL: "5",
    ...more,
  };
  const servers: RunningServer[] = [];
  const run = async (name: string): Promise<RunningServer> => {
    const server = await startServer({ name, env });
    servers.push(server);
    return server;
  };
  const oak = await run("oak");
  const elm = await run("elm");
  const start = async (name: string): Promise<string> => (await run(name)).baseUrl;
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop()));
    await redis.stop();
  };
  return { redis, oak, elm, start, stop };
};

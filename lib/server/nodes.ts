import type { ServerOptions } from "socket.io";
import { v7 } from "uuid";
import type { RateName } from "#lib/contract/limits.ts";
import type { Log, PresenceStore, RateLimits } from "#lib/domain/ports.ts";
import type { Env } from "#lib/infra/env.ts";
import { createMemoryPresenceStore } from "#lib/infra/memory-presence-store.ts";
import { createMemoryRateLimits } from "#lib/infra/memory-rate-limits.ts";
import { NarrowedAdapter } from "#lib/infra/narrowed-adapter.ts";
import { createNewsAdapter } from "#lib/infra/redis/news-adapter.ts";
import { createRedisLink } from "#lib/infra/redis/redis-link.ts";
import { createRedisPresenceStore } from "#lib/infra/redis/redis-presence-store.ts";
import { createRedisRateLimits } from "#lib/infra/redis/redis-rate-limits.ts";

type Deps = { env: Pick<Env, "REDIS_URL" | "RATE_LIMIT_FACTOR">; onHit: (name: RateName) => void; log: Log };

/** What nodes have in common (docs/decisions/0044-several-nodes.md). */
export type Nodes = {
  adapter: ServerOptions["adapter"];
  limits: RateLimits;
  store: PresenceStore;
  /** Absent where there is one node alone. */
  redis: { isUp: () => boolean } | undefined;
  /** Told of people of whom others may not know how they look. */
  onDoubt: (tell: (userIds: string[]) => void) => void;
  close: () => void;
};

/** Over Redis where there is one; else this process is the only node, and its memory is what all of them have in common. */
export const openNodes = async ({ env, onHit, log }: Deps): Promise<Nodes> => {
  const { REDIS_URL: url, RATE_LIMIT_FACTOR: factor } = env;
  const local = createMemoryRateLimits(factor, { onHit });
  if (url === undefined) {
    const nothing = () => undefined;
    const store = createMemoryPresenceStore();
    return { adapter: NarrowedAdapter, limits: local, store, redis: undefined, onDoubt: nothing, close: nothing };
  }
  const link = await createRedisLink({ url, log });
  const presence = createRedisPresenceStore({ link, nodeId: v7(), log });
  return {
    adapter: await createNewsAdapter(link),
    limits: createRedisRateLimits({ link, factor, local, onHit }),
    store: presence.store,
    redis: link,
    onDoubt: presence.onDoubt,
    close: () => {
      presence.stop();
      link.close();
    },
  };
};

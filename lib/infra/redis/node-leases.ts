import type { Log } from "#lib/domain/ports.ts";
import type { RedisLink } from "./redis-link.ts";

const BEAT_MS = 2_000;
/** A node that has not been heard of for so long is dead. */
const LEASE_MS = 8_000;
const NODES = "uninest:nodes";

/**
 * Prolongs a lease by the clock of Redis, which all nodes share. Answers whether the node was known, and whose leases are over.
 * Who is over stays until somebody has cleared up behind them.
 */
const PROLONG = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local known = redis.call('ZSCORE', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
local over = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now)
return { known and 1 or 0, over }
`;

type Options = {
  link: RedisLink;
  nodeId: string;
  /** Redis knows nothing of this node, or may know what is no longer so. */
  onForgotten: () => Promise<void>;
  /** A node is no more; may be called by several nodes. */
  onDead: (nodeId: string) => Promise<void>;
  log: Log;
};

/** Says again and again that this node lives, and finds those that do not. */
export const createNodeLeases = ({ link, nodeId, onForgotten, onDead, log }: Options) => {
  /** Since when every beat has come through; while Redis was away, every lease ran out. */
  let since: number | undefined;
  let isStale = true;
  let waiting = 0;

  const clearUp = async (deadId: string): Promise<void> => {
    const once = { condition: "NX", expiration: { type: "PX", value: LEASE_MS } } as const;
    if ((await link.client.set(`uninest:sweep:${deadId}`, nodeId, once)) === null) return;
    await onDead(deadId);
    await link.client.zRem(NODES, deadId);
    log.warn({ node: deadId }, "a node is gone");
  };

  const beat = async (): Promise<void> => {
    // Nobody waits for it: a Redis, or a node, that is only slow may take its time.
    const answer = await link.client.eval(PROLONG, { keys: [NODES], arguments: [nodeId, String(LEASE_MS)] });
    const [known, over] = answer as [number, string[]];
    since ??= performance.now();
    if (known === 0 || isStale) await onForgotten();
    isStale = false;
    if (performance.now() - since < LEASE_MS) return;
    for (const deadId of over) if (deadId !== nodeId) await clearUp(deadId);
  };

  /** Redis is away, as its link says too: what it knows by now nobody knows. */
  const doubt = (): void => {
    since = undefined;
    isStale = true;
  };

  /** One after the other. */
  let beats: Promise<void> = Promise.resolve();
  const tick = (): void => {
    if (waiting > 1) return;
    waiting += 1;
    beats = beats
      .then(beat)
      .catch(doubt)
      .finally(() => {
        waiting -= 1;
      });
  };

  link.onReturn(() => {
    doubt();
    tick();
  });
  const timer = setInterval(tick, BEAT_MS);
  timer.unref();
  return {
    stop: (): void => clearInterval(timer),
  };
};

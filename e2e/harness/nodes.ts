import { setTimeout as delay } from "node:timers/promises";
import { startRedis } from "./redis.ts";
import { type RunningServer, startServer } from "./server.ts";

/** So many nodes the tests of the wire and the stories run against: `NODES=3 npm run integration`. */
export const nodesWanted = Number(process.env.NODES || 1);
export const areSeveral = nodesWanted > 1;

type Nodes = { servers: RunningServer[]; stop: () => Promise<void> };

/** One server, or as many as `NODES` says over one Redis. All have these settings; their logs go by that name. */
export const startNodes = async (env: Record<string, string>, called = "server"): Promise<Nodes> => {
  const redis = areSeveral ? await startRedis() : undefined;
  const servers: RunningServer[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop()));
    await redis?.stop();
  };
  try {
    // One after the other: the first brings the database up to date.
    for (let number = 1; number <= nodesWanted; number += 1) {
      const name = number === 1 ? called : `${called}-${number}`;
      servers.push(await startServer({ name, env: { ...env, ...(redis ? { REDIS_URL: redis.url } : {}) } }));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { servers, stop };
};

/** Hands the nodes on to the tests, which run in processes of their own. */
export const provideNodes = (servers: RunningServer[]): void => {
  process.env.WIRE_NODES = JSON.stringify(servers.map(({ baseUrl }) => baseUrl));
};

/** So long news may be on its way from one node to another: no answer of either tells that it has come. */
const ON_THE_WAY_MS = 80;

/** What is news of, in the order in which it was heard; of several nodes, whose news may pass each other, in its own order. */
export const asHeard = (seqs: number[]): number[] => (areSeveral ? [...seqs].sort((one, other) => one - other) : seqs);

/** With one node, nothing to wait for: what it has sent a device before it answers that device arrives before the answer. */
export const newsIsThrough = async (): Promise<void> => {
  if (areSeveral) await delay(ON_THE_WAY_MS);
};

let turn = 0;

/** The node whose turn it is, where `baseUrl` is one of several; what has a server of its own stays there. */
export const nextNode = (baseUrl: string): string => {
  const urls: string[] = JSON.parse(process.env.WIRE_NODES ?? "[]");
  if (!urls.includes(baseUrl)) return baseUrl;
  turn += 1;
  return urls[turn % urls.length] ?? baseUrl;
};

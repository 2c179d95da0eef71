import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { startRedis, type TestRedis } from "../../harness/redis.ts";
import { createHistory } from "../history/history.ts";
import { type House, openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { type Crowd, createCrowd } from "../workload/crowd.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

type Moved = { node: number; togetherMs: number };
export type NodesRun = Judged & { kills: Moved[] };

const NODES = 3;
const PACE_MS = 200;
const CALM_MS = 2_000;
/** How long a node, or Redis, stays away. */
const AWAY_MS = 3_000;
const FROZEN_MS = 20_000;
/** Kills a node and waits until everybody is connected elsewhere; then it comes back. */
const killNode = async (houses: House[], node: number, crowds: Crowd[]): Promise<Moved> => {
  const house = houses[node];
  if (!house) throw new Error("no such node");
  const gone = once(house.process(), "exit");
  house.process().kill("SIGKILL");
  await gone;
  const diedAt = performance.now();
  await delay(200);
  await Promise.all(crowds.map((crowd) => crowd.isTogether()));
  const togetherMs = performance.now() - diedAt;
  await delay(AWAY_MS);
  await house.start();
  await delay(CALM_MS);
  return { node, togetherMs };
};

const killRedis = async (redis: TestRedis): Promise<void> => {
  await redis.kill();
  await delay(AWAY_MS);
  await redis.start();
  await delay(CALM_MS);
};

const freezeRedis = async (redis: TestRedis): Promise<void> => {
  redis.freeze();
  await delay(FROZEN_MS);
  redis.thaw();
  await delay(CALM_MS);
};

/** F7 and F3: three nodes under load, of which one after the other is killed; a Redis that is killed and comes back empty, or is silent. */
export const nodes = async (setting: Setting, { rounds }: { rounds: number }): Promise<NodesRun> => {
  const history = createHistory();
  const redis = await startRedis();
  const houses: House[] = [];
  for (let number = 1; number <= NODES; number += 1)
    houses.push(await openHouse(setting, { name: `node-${number}`, env: { REDIS_URL: redis.url }, isAlone: true }));
  let turn = 0;
  const nextUrl = (): string => {
    turn += 1;
    return houses[turn % NODES]?.baseUrl ?? "";
  };
  const base = { baseUrl: nextUrl(), url: nextUrl, nodes: NODES, databaseUrl: setting.databaseUrl, history };
  const crowds = await Promise.all(["n1", "n2"].map((group) => createCrowd({ ...base, group })));
  await Promise.all(crowds.map((crowd) => crowd.connects()));

  const kills: Moved[] = [];
  const harm = async (): Promise<void> => {
    await delay(CALM_MS);
    for (let round = 0; round < rounds; round += 1) {
      kills.push(await killNode(houses, round % NODES, crowds));
      await killRedis(redis);
      await freezeRedis(redis);
    }
  };
  const until = harm();
  await Promise.all(crowds.map((crowd) => work(crowd, { until, paceMs: PACE_MS, drops: 0 })));
  await Promise.all(crowds.map((crowd) => readFinally(crowd, history)));
  await Promise.all(crowds.map((crowd) => crowd.leaves()));
  await Promise.all(houses.map((house) => house.stop()));
  await redis.stop();
  const logs = houses.flatMap((house) => house.logs);
  return { ...judge("nodes", history, logs), kills };
};

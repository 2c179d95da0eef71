import http from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "#lib/db/embedded/free-port.ts";
import { startNginx } from "../../harness/nginx.ts";
import { startRedis } from "../../harness/redis.ts";
import { createHistory } from "../history/history.ts";
import { type House, openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { createCrowd } from "../workload/crowd.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

type Replaced = { node: number; exitCode: number | null; drainMs: number };
export type Rolling = Judged & { replaced: Replaced[]; asked: number; unanswered: string[] };

const NODES = 3;
const PACE_MS = 200;
const CALM_MS = 2_000;
const ASK_MS = 100;
/** As many as there are devices. */
const ADDRESSES = 6;

const pageFrom = (url: string, localAddress: string): Promise<string> =>
  new Promise((resolve) => {
    const request = http.get(url, { localAddress, agent: false }, (answer) => {
      answer.resume();
      resolve(String(answer.statusCode));
    });
    request.once("error", (error) => resolve(error.message));
  });

/** Asks for a page again and again, from one address after the other. Ending it resolves to how often, and what was no page. */
const askingForPages = (url: string) => {
  let isOver = false;
  const asking = (async () => {
    const unanswered: string[] = [];
    let asked = 0;
    for (; !isOver; await delay(ASK_MS)) {
      asked += 1;
      const status = await pageFrom(url, `127.0.0.${2 + (asked % ADDRESSES)}`);
      if (status !== "200") unanswered.push(status);
    }
    return { asked, unanswered };
  })();
  return () => {
    isOver = true;
    return asking;
  };
};

/** F12 for a whole house: each of three nodes behind nginx is stopped and replaced, one after the other, while people write. */
export const rolling = async (setting: Setting, { rounds }: { rounds: number }): Promise<Rolling> => {
  const history = createHistory();
  const redis = await startRedis();
  const port = await freePort();
  const env = { REDIS_URL: redis.url, PUBLIC_URL: `http://localhost:${port}`, TRUSTED_PROXIES: "1" };
  const houses: House[] = [];
  for (let number = 1; number <= NODES; number += 1)
    houses.push(await openHouse(setting, { name: `rolling-${number}`, env, isAlone: true }));
  const nodePorts = houses.map((house) => house.port);
  const nginx = await startNginx(port, nodePorts);
  let host = 1;
  const crowd = await createCrowd({
    group: "r1",
    baseUrl: nginx.baseUrl,
    nodes: NODES,
    // By its number, since what comes from an address of its own must know which family that is of.
    url: () => `http://127.0.0.1:${port}`,
    webUrl: () => nginx.baseUrl,
    localAddress: () => {
      host += 1;
      return `127.0.0.${host}`;
    },
    databaseUrl: setting.databaseUrl,
    history,
  });
  await crowd.connects();
  const stopAsking = askingForPages(`http://127.0.0.1:${port}/sign-in`);

  const replaced: Replaced[] = [];
  const replaceAll = async (): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) {
      for (const [node, house] of houses.entries()) {
        await delay(CALM_MS);
        const startedAt = performance.now();
        const exitCode = await house.stop();
        replaced.push({ node, exitCode, drainMs: performance.now() - startedAt });
        await house.start();
      }
    }
  };
  await work(crowd, { until: replaceAll(), paceMs: PACE_MS, drops: 0 });
  const asked = await stopAsking();
  await readFinally(crowd, history);
  await crowd.leaves();
  await nginx.stop();
  await Promise.all(houses.map((house) => house.stop()));
  await redis.stop();
  const logs = houses.flatMap((house) => house.logs);
  return { ...judge("rolling", history, logs), replaced, ...asked };
};

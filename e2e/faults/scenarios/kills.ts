import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { bundleWithKillPoints, killPoints } from "../bugs/kill-points.ts";
import { createHistory } from "../history/history.ts";
import { type House, openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { createCrowd } from "../workload/crowd.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

type Kill = { at: string; backMs: number };
export type KillRun = Judged & { kills: Kill[] };

/** A named point that nobody passes in this time is given up for a kill at random. */
const POINT_MS = 20_000;
const RANDOM_MS = { least: 200, most: 1_200 };
const POINT_PASSES = 10;

const atRandom = (least: number, most: number): number => least + Math.random() * (most - least);

const died = async (house: House): Promise<void> => {
  const child = house.process();
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
};

/** Resolves to where it died: at the named point, or anywhere. */
const killOnce = async (house: House, point: string | undefined): Promise<string> => {
  const dying = died(house);
  const timeIsUp = delay(point === undefined ? atRandom(RANDOM_MS.least, RANDOM_MS.most) : POINT_MS).then(() => "random");
  const how = await Promise.race([dying.then(() => point ?? "random"), timeIsUp]);
  house.process().kill("SIGKILL");
  await dying;
  return how;
};

/** F1: `kill -9` under load, every other time at a named point; each time it is started again and must be back. */
export const kills = async (setting: Setting, { count }: { count: number }): Promise<KillRun> => {
  const history = createHistory();
  const bundle = await bundleWithKillPoints();
  const house = await openHouse(setting, { name: "kills", bundle });
  const base = { ...house.where, databaseUrl: setting.databaseUrl, history };
  const crowds = await Promise.all(["g1", "g2"].map((group) => createCrowd({ ...base, group })));
  await Promise.all(crowds.map((crowd) => crowd.connects()));

  const done: Kill[] = [];
  const killing = async (): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) {
      const at = await killOnce(house, pointOf(turn - 1));
      const diedAt = performance.now();
      const next = pointOf(turn);
      await house.start(
        next === undefined || turn === count - 1 ? {} : { KILL_AT: `${next}:${1 + Math.floor(Math.random() * POINT_PASSES)}` },
      );
      done.push({ at, backMs: performance.now() - diedAt });
    }
  };
  const until = killing();
  await Promise.all(crowds.map((crowd) => work(crowd, { until, paceMs: 150 })));
  await Promise.all(crowds.map((crowd) => readFinally(crowd, history)));
  await Promise.all(crowds.map((crowd) => crowd.leaves()));
  await house.close();
  return { ...judge("kills", history, house.allLogs()), kills: done };
};

/** Every other kill is at a point; the points take turns. The first server knows of none. */
const pointOf = (turn: number): string | undefined =>
  turn < 0 || turn % 2 === 1 ? undefined : killPoints[(turn / 2) % killPoints.length]?.name;

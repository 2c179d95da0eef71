import { setTimeout as delay } from "node:timers/promises";
import { bundleWith } from "../bugs/plant.ts";
import type { ServerBug, Stress } from "../bugs/server-bugs.ts";
import { createHistory } from "../history/history.ts";
import { openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { createCrowd } from "../workload/crowd.ts";
import type { Habits } from "../workload/device.ts";
import { readFinally } from "../workload/final-reads.ts";
import { putUnder } from "../workload/stress.ts";
import { work } from "../workload/work.ts";

export type BugRun = { name: string; edits?: ServerBug["edits"]; stress?: Stress[]; habits?: Partial<Habits> };

const WORK_MS = 1_800;
const PACE_MS = 60;
/** What has a mistake in it and does not heal by then is taken for what does not heal at all: the runs are many. */
const PATIENCE = { settleMs: 10_000, healMs: 2_500 };

const slug = (name: string): string => name.replaceAll(/\W+/g, "-");

/** A short run of a server or a client that may have a mistake in it. */
export const bugRun = async (setting: Setting, { name, edits = [], stress = [], habits = {} }: BugRun): Promise<Judged> => {
  const history = createHistory();
  const file = `bug-${slug(name)}`;
  const bundle = edits.length > 0 ? await bundleWith(file, edits) : "dist/server.mjs";
  const house = await openHouse(setting, { name: file, bundle, isAlone: true });
  const base = { ...house.where, databaseUrl: setting.databaseUrl, history, habits };
  const crowd = await createCrowd({ ...base, group: "g1" });
  const strangers = stress.includes("prying")
    ? [await createCrowd({ ...base, group: "g2", names: ["dora", "emil"], devices: ["phone"], houseChat: false })]
    : [];
  const crowds = [crowd, ...strangers];
  await Promise.all(crowds.map((one) => one.connects()));
  await Promise.all(crowds.map((one) => one.isTogether()));
  const until = Promise.all([delay(WORK_MS), putUnder(stress, crowd, history)]);
  const foreign = strangers.flatMap(({ places }) => places.map(({ id }) => id));
  const drops = stress.includes("lifts") ? 0.15 : 0.02;
  await Promise.all(crowds.map((one) => work(one, { until, paceMs: PACE_MS, drops, foreign: one === crowd ? foreign : [] })));
  const isGood = edits.length === 0 && Object.keys(habits).length === 0;
  await Promise.all(crowds.map((one) => readFinally(one, history, isGood ? undefined : PATIENCE)));
  await Promise.all(crowds.map((one) => one.leaves()));
  house.process().kill("SIGKILL");
  return judge(file, history, house.allLogs());
};

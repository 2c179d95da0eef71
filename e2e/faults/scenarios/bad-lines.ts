import { setTimeout as delay } from "node:timers/promises";
import { createHistory, type History } from "../history/history.ts";
import { openHouse } from "../house.ts";
import { createFaultProxy, type Fault, type FaultProxy, type Way } from "../proxy/fault-proxy.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { createCrowd } from "../workload/crowd.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

type Plan = {
  name: string;
  fault: () => Fault;
  onMs: number;
  offMs: number;
  /** Who connects anew is spared. */
  onlyPresent?: boolean;
  /** Nobody is told that the line is dead: it must be noticed. */
  isSilent?: boolean;
};

const upTo = (least: number, most: number): number => least + Math.floor(Math.random() * (most - least));

/** The eight faults; each is laid on both ways, for longer than a dead line takes to be noticed where it is one. */
const plans: Plan[] = [
  { name: "delay", fault: () => ({ kind: "delay", ms: 150, jitterMs: 300 }), onMs: 12_000, offMs: 1_000 },
  { name: "throttle", fault: () => ({ kind: "throttle", bytesPerSecond: 4_000 }), onMs: 12_000, offMs: 1_000 },
  { name: "drop", fault: () => ({ kind: "drop" }), onMs: 100, offMs: 2_000, onlyPresent: true },
  { name: "fin", fault: () => ({ kind: "fin" }), onMs: 100, offMs: 2_000, onlyPresent: true },
  { name: "cut", fault: () => ({ kind: "cut", afterBytes: upTo(100, 4_000) }), onMs: 2_000, offMs: 1_500 },
  { name: "hold", fault: () => ({ kind: "hold" }), onMs: 3_000, offMs: 2_000 },
  { name: "black hole", fault: () => ({ kind: "blackhole" }), onMs: 20_000, offMs: 3_000, isSilent: true },
  { name: "half-open", fault: () => ({ kind: "blackhole" }), onMs: 20_000, offMs: 3_000, onlyPresent: true, isSilent: true },
];

type Noticed = { fault: string; way: Way; device: string; afterMs: number };
export type BadLines = Judged & { noticed: Noticed[] };

const lay = async (
  proxy: FaultProxy,
  { fault, onMs, offMs, onlyPresent = false }: Plan,
  way: Way,
  isOver: () => boolean,
  onSet: () => void,
) => {
  while (!isOver()) {
    proxy.set(way, fault(), { onlyPresent });
    onSet();
    await delay(onMs);
    proxy.heal();
    await delay(offMs);
  }
};

/** How long each device that was connected when its line went dead took to notice it. */
const noticedIn = (history: History, deadSince: { plan: Plan; way: Way; group: string; t: number }[]): Noticed[] => {
  const downs = history.lines.filter((line) => line.f === "down");
  const ups = history.lines.filter((line) => line.f === "up");
  return deadSince.flatMap(({ plan, way, group, t }) => {
    const devices = new Set(ups.filter((line) => line.user.startsWith(`${group}-`)).map(({ device }) => device));
    return [...devices].flatMap((device): Noticed[] => {
      const up = ups.filter((line) => line.device === device && line.t < t).at(-1);
      const before = downs.filter((line) => line.device === device && line.t < t).at(-1);
      const down = downs.find((line) => line.device === device && line.t >= t);
      const wasUp = up !== undefined && (before === undefined || before.t < up.t);
      return wasUp && down ? [{ fault: plan.name, way, device, afterMs: down.t - t }] : [];
    });
  });
};

/** F4: eight faults, each way, side by side against one server, each with people and a proxy of its own. */
export const badLines = async (setting: Setting, { seconds }: { seconds: number }): Promise<BadLines> => {
  const history = createHistory();
  const house = await openHouse(setting, { name: "bad-lines", env: { DATABASE_POOL: "10" } });
  const cells = plans.flatMap((plan) => (["up", "down"] as const).map((way) => ({ plan, way })));
  const startedAt = performance.now();
  const isOver = (): boolean => performance.now() - startedAt > seconds * 1000;
  const deadSince: Parameters<typeof noticedIn>[1] = [];

  const run = async ({ plan, way }: (typeof cells)[number], index: number): Promise<void> => {
    const group = `p${index}`;
    const proxy = await createFaultProxy(house.nextPort());
    const crowd = await createCrowd({
      group,
      ...house.where,
      url: () => proxy.url,
      databaseUrl: setting.databaseUrl,
      history,
      names: ["alice", "bob"],
      houseChat: false,
    });
    await crowd.connects();
    const onSet = (): void => {
      if (plan.isSilent) deadSince.push({ plan, way, group, t: performance.now() });
    };
    const until = crowd.isTogether().then(() => lay(proxy, plan, way, isOver, onSet));
    await work(crowd, { until, paceMs: 500, drops: 0.01 });
    await readFinally(crowd, history);
    await crowd.leaves();
    await proxy.close();
  };
  await Promise.all(cells.map(run));
  await house.close();
  return { ...judge("bad-lines", history, house.allLogs()), noticed: noticedIn(history, deadSince) };
};

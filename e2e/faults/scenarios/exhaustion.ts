import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { createHistory } from "../history/history.ts";
import { openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { createCrowd } from "../workload/crowd.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

const HOLDERS = 20;
const HELD_MS = 6_000;
const LOOK_MS = 100;

type Round = { slowestMs: number; codes: string[]; wasDown: boolean; healedMs: number };
export type Exhaustion = Judged & { rounds: Round[] };

/** F10: somebody else holds the rows that marks move, with twenty connections: the pool fills up with those who wait. */
export const exhaustion = async (setting: Setting, { rounds: count }: { rounds: number }): Promise<Exhaustion> => {
  const history = createHistory();
  const house = await openHouse(setting, { name: "exhaustion" });
  const crowd = await createCrowd({ group: "x1", baseUrl: house.baseUrl, databaseUrl: setting.databaseUrl, history });
  await crowd.connects();
  await crowd.isTogether();
  const holders = postgres(setting.databaseUrl, { max: HOLDERS, onnotice: () => undefined });
  const ids = crowd.places.map(({ id }) => id);

  const holdRows = () =>
    Promise.all(
      Array.from({ length: HOLDERS }, () =>
        holders.begin(async (tx) => {
          await tx`select 1 from participants where conversation_id = any(${ids}) for share`;
          await delay(HELD_MS);
        }),
      ),
    );

  const status = (): Promise<number> =>
    fetch(`${house.baseUrl}/api/health`).then(
      (answer) => answer.status,
      () => 0,
    );

  const watchHealth = async (isOver: () => boolean): Promise<boolean> => {
    let wasDown = false;
    while (!isOver()) {
      wasDown ||= (await status()) === 503;
      await delay(LOOK_MS);
    }
    return wasDown;
  };

  const healed = async (since: number): Promise<number> => {
    while ((await status()) !== 200) await delay(LOOK_MS);
    return performance.now() - since;
  };

  const askEverything = async (isOver: () => boolean): Promise<{ slowestMs: number; codes: Set<string> }> => {
    const codes = new Set<string>();
    let slowestMs = 0;
    const ask = async (device: (typeof crowd.devices)[number], conv: string): Promise<void> => {
      const startedAt = performance.now();
      const answer = await device.line.ask("message:read", { conversationId: conv, seq: 1 });
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
      codes.add(!answer ? "none" : answer.ok ? "ok" : answer.error.code);
    };
    while (!isOver()) {
      await Promise.all(crowd.devices.flatMap((device) => crowd.placesOf(device.person).map(({ id }) => ask(device, id))));
    }
    return { slowestMs, codes };
  };

  const rounds: Round[] = [];
  const exhaust = async (): Promise<void> => {
    for (let round = 0; round < count; round += 1) {
      let isOver = false;
      const held = holdRows().finally(() => {
        isOver = true;
      });
      const [asked, wasDown] = await Promise.all([askEverything(() => isOver), watchHealth(() => isOver), held]);
      rounds.push({
        slowestMs: asked.slowestMs,
        codes: [...asked.codes].sort(),
        wasDown,
        healedMs: await healed(performance.now()),
      });
      await delay(1_000);
    }
  };
  await work(crowd, { until: exhaust(), paceMs: 300, drops: 0 });
  await readFinally(crowd, history);
  await crowd.leaves();
  await holders.end({ timeout: 1 });
  await house.stop();
  return { ...judge("exhaustion", history, house.logs), rounds };
};

import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { createHistory } from "../history/history.ts";
import { openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { createCrowd } from "../workload/crowd.ts";
import type { FaultDevice } from "../workload/device.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

const HOLDERS = 20;
const HELD_MS = 6_000;
const LOOK_MS = 100;

/** `health` is what was asked of `/api/health` meanwhile; a status of 0 is no answer. */
type Round = {
  slowestMs: number;
  codes: string[];
  health: { slowestMs: number; statuses: number[] };
  healedMs: number;
};
export type Exhaustion = Judged & { rounds: Round[] };

/** F10: somebody else holds the rows that marks move, with twenty connections: the pool fills up with those who wait. */
export const exhaustion = async (setting: Setting, { rounds: count }: { rounds: number }): Promise<Exhaustion> => {
  const history = createHistory();
  const house = await openHouse(setting, { name: "exhaustion" });
  const crowd = await createCrowd({ group: "x1", ...house.where, databaseUrl: setting.databaseUrl, history });
  await crowd.connects();
  await crowd.isTogether();
  // Nobody works with these: what they are told is not held up by what else their device asks.
  const probes = crowd.people.map((person) => crowd.addDevice(person, "probe"));
  await Promise.all(probes.map(({ line }) => line.connect()));
  while (!probes.every(({ line }) => line.isReady())) await delay(LOOK_MS);
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

  const watchHealth = async (isOver: () => boolean): Promise<Round["health"]> => {
    const statuses = new Set<number>();
    let slowestMs = 0;
    while (!isOver()) {
      const startedAt = performance.now();
      statuses.add(await status());
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
      await delay(LOOK_MS);
    }
    return { slowestMs, statuses: [...statuses].sort() };
  };

  const healed = async (since: number): Promise<number> => {
    while ((await status()) !== 200) await delay(LOOK_MS);
    return performance.now() - since;
  };

  /** One question after the other: how long that takes is how long a person waits. */
  const askOn = async (device: FaultDevice, isOver: () => boolean): Promise<{ ms: number; code: string }[]> => {
    const answers: { ms: number; code: string }[] = [];
    const [place] = crowd.placesOf(device.person);
    while (!isOver()) {
      const startedAt = performance.now();
      const answer = await device.line.ask("message:read", { conversationId: place?.id ?? "", seq: 1 });
      answers.push({ ms: performance.now() - startedAt, code: !answer ? "none" : answer.ok ? "ok" : answer.error.code });
      await delay(LOOK_MS);
    }
    return answers;
  };

  const rounds: Round[] = [];
  const exhaust = async (): Promise<void> => {
    for (let round = 0; round < count; round += 1) {
      let isOver = false;
      const held = holdRows().finally(() => {
        isOver = true;
      });
      const asking = Promise.all(probes.map((probe) => askOn(probe, () => isOver)));
      const [answers, health] = await Promise.all([asking, watchHealth(() => isOver), held]);
      rounds.push({
        slowestMs: Math.max(...answers.flat().map(({ ms }) => ms)),
        codes: [...new Set(answers.flat().map(({ code }) => code))].sort(),
        health,
        healedMs: await healed(performance.now()),
      });
      await delay(1_000);
    }
  };
  await work(crowd, { until: exhaust(), paceMs: 300, drops: 0 });
  await readFinally(crowd, history);
  for (const probe of probes) probe.leaves();
  await crowd.leaves();
  await holders.end({ timeout: 1 });
  await house.close();
  return { ...judge("exhaustion", history, house.allLogs()), rounds };
};

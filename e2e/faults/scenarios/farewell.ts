import { setTimeout as delay } from "node:timers/promises";
import { enter } from "../enter.ts";
import { createHistory } from "../history/history.ts";
import { openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { createCrowd } from "../workload/crowd.ts";
import { readFinally } from "../workload/final-reads.ts";
import { createPerson } from "../workload/person.ts";
import { work } from "../workload/work.ts";

/** Each has as many devices as it takes, and opens them one after the other. */
const BYSTANDERS = 10;
const WORK_MS = 1_500;

type Stop = { sockets: number; exitCode: number | null; drainMs: number };
export type Farewell = Judged & { stops: Stop[] };

/** F12: SIGTERM with many sockets, while people write; the next server takes over. */
export const farewell = async (setting: Setting, { sockets, rounds }: { sockets: number; rounds: number }): Promise<Farewell> => {
  const history = createHistory();
  const house = await openHouse(setting, { name: "farewell" });
  const crowd = await createCrowd({ group: "t1", ...house.where, databaseUrl: setting.databaseUrl, history });
  await crowd.connects();
  await crowd.isTogether();
  // They talk with nobody: that a thousand devices hear every word is another fault.
  const bystanders = await Promise.all(
    Array.from({ length: BYSTANDERS }, (_, index) => createPerson(house.baseUrl, "t2", `bystander${index}`)),
  );
  const tokens = await Promise.all(bystanders.map((bystander) => bystander.token()));
  const stops: Stop[] = [];

  const fillUp = async (): Promise<void> => {
    for (let opened = 0; opened < sockets; opened += BYSTANDERS) {
      await Promise.all(tokens.map((token) => enter(house.baseUrl, token)));
    }
  };
  const stopAgain = async (): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) {
      await fillUp();
      await delay(WORK_MS);
      const startedAt = performance.now();
      const exitCode = await house.stop();
      stops.push({ sockets, exitCode, drainMs: performance.now() - startedAt });
      await house.start();
    }
  };
  await work(crowd, { until: stopAgain(), paceMs: 150 });
  await readFinally(crowd, history);
  await crowd.leaves();
  await house.close();
  return { ...judge("farewell", history, house.allLogs()), stops };
};

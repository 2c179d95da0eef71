import { setTimeout as delay } from "node:timers/promises";
import { createHistory } from "../history/history.ts";
import { openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { createCrowd } from "../workload/crowd.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

/** No fault at all but the repeats and reconnects of everyday: what the checker must find good. */
export const steady = async (setting: Setting, { seconds }: { seconds: number }): Promise<Judged> => {
  const history = createHistory();
  const house = await openHouse(setting, { name: "steady" });
  const base = { ...house.where, databaseUrl: setting.databaseUrl, history };
  const crowds = await Promise.all(["g1", "g2"].map((group) => createCrowd({ ...base, group })));
  await Promise.all(crowds.map((crowd) => crowd.connects()));
  const until = delay(seconds * 1000);
  await Promise.all(
    crowds.map((crowd) => {
      const foreign = crowds.flatMap(({ group, places }) => (group === crowd.group ? [] : places.map(({ id }) => id)));
      return work(crowd, { until, foreign });
    }),
  );
  await Promise.all(crowds.map((crowd) => readFinally(crowd, history)));
  await Promise.all(crowds.map((crowd) => crowd.leaves()));
  await house.close();
  return judge("steady", history, house.allLogs());
};

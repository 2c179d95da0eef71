import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createHistory } from "../history/history.ts";
import { openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { type Crowd, createCrowd } from "../workload/crowd.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

const LIBRARIES = [
  "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
  "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
  "/usr/lib/faketime/libfaketimeMT.so.1",
  "/usr/lib64/faketime/libfaketimeMT.so.1",
];
const HELP = "A clock that jumps takes libfaketime: sudo apt-get install faketime";

const find = (): string | undefined => LIBRARIES.find((file) => fs.existsSync(file));

/** The library that lies about the time; installed where that can be done. @throws {Error} that says how to get it */
const faketime = (): string => {
  if (!find() && process.getuid?.() === 0) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "faketime"], { stdio: "ignore" });
  }
  const file = find();
  if (!file) throw new Error(HELP);
  return file;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const STAY_MS = 1_500;
/** Seconds that the server's clock is off: it starts wrong, and then jumps while it runs. */
const JUMPS = [300, -300, 3_600, 0, -3_600];

/** How many messages claim to be older than the one before them. */
const backwardsIn = async (crowds: Crowd[]): Promise<number> => {
  const counts = crowds.map(async ({ sql, places }) => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from messages later join messages earlier
      on earlier.conversation_id = later.conversation_id and earlier.seq = later.seq - 1
      where later.created_at < earlier.created_at and later.conversation_id = any(${places.map(({ id }) => id)})`;
    return row?.count ?? 0;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
};

export type Clocks = Judged & { jumps: number[] };

/** F8: the server's clock is wrong and jumps; the devices' clocks are a day off, each its own way. */
export const clocks = async (setting: Setting, { rounds }: { rounds: number }): Promise<Clocks> => {
  const library = faketime();
  const history = createHistory();
  const file = path.resolve(".test", "faults", "clock");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const set = (seconds: number): void => fs.writeFileSync(file, `${seconds < 0 ? "" : "+"}${seconds}`);
  set(JUMPS[0] ?? 0);
  const house = await openHouse(setting, {
    name: "clocks",
    env: { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: "1", DONT_FAKE_MONOTONIC: "1" },
  });
  const base = { ...house.where, databaseUrl: setting.databaseUrl, history };
  const crowds = await Promise.all(
    [-DAY_MS, DAY_MS].map((skewMs, index) => createCrowd({ ...base, group: `c${index}`, habits: { skewMs } })),
  );
  await Promise.all(crowds.map((crowd) => crowd.connects()));
  const made: number[] = [];
  const jump = async (): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) {
      for (const seconds of JUMPS) {
        set(seconds);
        made.push(seconds);
        await delay(STAY_MS);
      }
    }
  };
  const until = jump();
  await Promise.all(crowds.map((crowd) => work(crowd, { until, paceMs: 150, drops: 0.06 })));
  set(0);
  await Promise.all(crowds.map((crowd) => readFinally(crowd, history)));
  const backwards = await backwardsIn(crowds);
  if (backwards > 0) history.write({ f: "defect", text: `${backwards} messages are older than the one before` });
  await Promise.all(crowds.map((crowd) => crowd.leaves()));
  await house.close();
  return { ...judge("clocks", history, house.allLogs()), jumps: made };
};

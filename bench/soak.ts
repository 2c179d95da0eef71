import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startWorker } from "./load/driver.ts";
import { openHouse } from "./soak/house.ts";
import { type Line, report } from "./soak/report.ts";
import type { SoakRequests, Tally } from "./soak/requests.ts";
import { processorSeconds } from "./stage.ts";

/** Hours of everyday under a small load: what a server keeps for good shows in what a collection leaves. */

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "120" },
    /** Actions a second. */
    rate: { type: "string", default: "7" },
    residents: { type: "string", default: "60" },
    idle: { type: "string", default: "300" },
    /** Seconds between two looks, and of these so many in which nobody does anything. */
    round: { type: "string", default: "300" },
    calm: { type: "string", default: "30" },
    /** Of the kinds of actions some: `--only send --only read`. */
    only: { type: "string", multiple: true, default: [] },
    out: { type: "string", default: ".bench" },
    bundle: { type: "string", default: "dist/server.mjs" },
    /** Writes the heap into `out` after a quarter of the time and at the end. */
    snapshots: { type: "boolean", default: false },
    /** Reports on the lines of a run that was, or is under way. */
    read: { type: "string" },
  },
});

const FIRST_HEAP_AFTER = 0.25;
const round = (value: number): number => Math.round(value * 1_000) / 1_000;

const soak = async (file: string): Promise<Line[]> => {
  const startedAt = performance.now();
  const lengthMs = Number(values.minutes) * 60_000;
  const passedMs = (): number => performance.now() - startedAt;
  const house = await openHouse(values.bundle);
  const load = startWorker<SoakRequests>(path.join(import.meta.dirname, "soak/generator.ts"));
  const lines: Line[] = [];

  const note = async (tally: Tally, before: { server: number; load: number }, seconds: number): Promise<void> => {
    const line: Line = {
      at: new Date().toISOString(),
      minutes: round(passedMs() / 60_000),
      ...(await house.footprint()),
      serverShare: round((processorSeconds(house) - before.server) / seconds),
      loadShare: round((processorSeconds(load) - before.load) / seconds),
      loadAverage: os.loadavg()[0] ?? 0,
      actions: Object.values(tally.done).reduce((sum, count) => sum + count, 0),
      ...tally,
    };
    lines.push(line);
    fs.appendFileSync(file, `${JSON.stringify(line)}\n`);
    console.log(`${line.minutes} min: heap ${line.heap}, resident ${line.rss} MiB; ${line.actions} actions done`);
  };

  const nextRound = async (): Promise<void> => {
    const at = passedMs();
    const before = { server: processorSeconds(house), load: processorSeconds(load) };
    const seconds = Math.max(1, Math.min(Number(values.round), (lengthMs - at) / 1_000) - Number(values.calm));
    const tally = await load.ask("work", { seconds, rate: Number(values.rate) });
    await delay(Number(values.calm) * 1_000);
    await note(tally, before, (passedMs() - at) / 1_000);
  };

  try {
    const people = { residents: Number(values.residents), idle: Number(values.idle) };
    await load.ask("open", { ...house.setting, ...people, only: values.only });
    for (const part of [FIRST_HEAP_AFTER, 1]) {
      while (passedMs() < lengthMs * part) await nextRound();
      if (values.snapshots) await house.writeHeap(path.join(values.out, part < 1 ? "early.heapsnapshot" : "late.heapsnapshot"));
    }
  } finally {
    load.end();
    await house.stop();
  }
  return lines;
};

const readLines = (file: string): Line[] =>
  fs
    .readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

fs.mkdirSync(values.out, { recursive: true });
const name = `soak-${new Date().toISOString().replaceAll(":", "-")}.jsonl`;
const lines = values.read === undefined ? await soak(path.join(values.out, name)) : readLines(values.read);
if (!report(lines)) process.exitCode = 1;

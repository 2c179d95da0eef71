import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { clientBugs } from "./bugs/client-bugs.ts";
import { serverBugs } from "./bugs/server-bugs.ts";
import { badLines } from "./scenarios/bad-lines.ts";
import { bugRun } from "./scenarios/bug-run.ts";
import { clocks } from "./scenarios/clocks.ts";
import { comingsAndGoings } from "./scenarios/comings-and-goings.ts";
import { databaseOutages, type OutageName, outages } from "./scenarios/database-outages.ts";
import { exhaustion } from "./scenarios/exhaustion.ts";
import { farewell } from "./scenarios/farewell.ts";
import { fullDisk } from "./scenarios/full-disk.ts";
import { ghosts } from "./scenarios/ghosts.ts";
import { kills } from "./scenarios/kills.ts";
import { migration } from "./scenarios/migration.ts";
import { nodes } from "./scenarios/nodes.ts";
import { rolling } from "./scenarios/rolling.ts";
import { slowReaders } from "./scenarios/slow-readers.ts";
import { steady } from "./scenarios/steady.ts";
import { openSetting, type Setting } from "./setting.ts";
import type { Judged } from "./verdict.ts";

/**
 * `npm run faults`: the long form of the fault runs. Each is judged by the checker; the figures go to
 * `.test/faults/figures.json` and are printed as a table. Ends with 1 when anything was found.
 *   --only F1,F4     these alone (F1 F2 F4 F5 F7 F8 F9 F10 F11 F12 F14 R5 rolling steady); F7 and rolling take the
 *                    machine's redis-server, rolling its nginx too
 *   NODES=3          all but those two and R5 against three nodes (redis-server), of which one is the one that things happen to
 *   --kills 300 --minutes 10 --ghosts 500 --rounds 10 --sockets 1000 --connections 10000
 *   --bugs           plants each mistake instead, and says by what it was found
 */

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    kills: { type: "string", default: "300" },
    minutes: { type: "string", default: "10" },
    ghosts: { type: "string", default: "500" },
    rounds: { type: "string", default: "10" },
    sockets: { type: "string", default: "1000" },
    connections: { type: "string", default: "10000" },
    bugs: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);

type Figures = Record<string, string | number>;
type Outcome = { figures: Figures; isGood: boolean };

const MIB = 1024 * 1024;
const round = (value: number): number => Math.round(value * 10) / 10;
const most = (numbers: number[]): number => round(Math.max(0, ...numbers));

/** What every judged run tells; its findings are printed where there are any. */
const judged = ({ counts, findings, broken, words }: Judged, more: Figures = {}): Outcome => {
  if (findings.length > 0) console.log(words);
  const { acknowledged, duplicates, refused, unknown, stored } = counts;
  return {
    figures: { acknowledged, stored, duplicates, refused, unknown, broken: broken.join(" ") || "nothing", ...more },
    isGood: findings.length === 0,
  };
};

const minutes = (): number => Number(values.minutes) * 60;

const runs: Record<string, (setting: Setting) => Promise<Outcome>> = {
  steady: async (setting) => judged(await steady(setting, { seconds: minutes() })),
  F1: async (setting) => {
    const run = await kills(setting, { count: Number(values.kills) });
    const times = run.kills.map(({ backMs }) => backMs).sort((one, other) => one - other);
    const named = run.kills.filter(({ at }) => at !== "random").length;
    return judged(run, {
      kills: times.length,
      "at named points": named,
      "median back ms": round(times[Math.floor(times.length / 2)] ?? 0),
      "slowest back ms": most(times),
    });
  },
  F2: async (setting) => {
    const once = Object.keys(outages) as OutageName[];
    const names = Array.from({ length: Math.ceil(rounds / 5) }, () => once).flat();
    const run = await databaseOutages(setting, { names });
    const outcome = judged(run, {
      outages: run.rounds.length,
      "slowest answer ms": most(run.rounds.map(({ asked }) => asked.slowestMs)),
      "slowest healing ms": most(run.rounds.map(({ healedMs }) => healedMs)),
      "grown MiB": round(run.grownMib),
    });
    return { ...outcome, isGood: outcome.isGood && run.exits === 0 };
  },
  F4: async (setting) => {
    const run = await badLines(setting, { seconds: minutes() });
    return judged(run, {
      "dead lines noticed": run.noticed.length,
      "slowest notice ms": most(run.noticed.map(({ afterMs }) => afterMs)),
    });
  },
  F5: async (setting) => {
    const run = await ghosts(setting, { count: Number(values.ghosts) });
    const outcome = judged(run, { released: run.released, risen: run.risen.length });
    return { ...outcome, isGood: outcome.isGood && run.risen.length === 0 };
  },
  F8: async (setting) => {
    const run = await clocks(setting, { rounds: Math.ceil(rounds / 2) });
    return judged(run, { jumps: run.jumps.length });
  },
  F9: async () => {
    const run = await fullDisk();
    return judged(run, { "refused with": run.codes.join(" "), "healed ms": round(run.healedMs) });
  },
  F10: async (setting) => {
    const run = await exhaustion(setting, { rounds });
    return judged(run, {
      rounds,
      "slowest answer ms": most(run.rounds.map(({ slowestMs }) => slowestMs)),
      "slowest healing ms": most(run.rounds.map(({ healedMs }) => healedMs)),
    });
  },
  F11: async (setting) => {
    const run = await slowReaders(setting, { seconds: Math.min(60, minutes()) });
    return judged(run, {
      "grown MiB": round(run.grownMib),
      "readers cut": run.cut,
      "p99 before ms": round(run.baseP99),
      "p99 meanwhile ms": round(run.p99),
    });
  },
  F12: async (setting) => {
    const run = await farewell(setting, { sockets: Number(values.sockets), rounds });
    const exits = [...new Set(run.stops.map(({ exitCode }) => exitCode))].join(" ");
    return judged(run, { stops: run.stops.length, exits, "slowest drain ms": most(run.stops.map(({ drainMs }) => drainMs)) });
  },
  rolling: async (setting) => {
    const run = await rolling(setting, { rounds: Math.ceil(rounds / 5) });
    const exits = [...new Set(run.replaced.map(({ exitCode }) => exitCode))].join(" ");
    const outcome = judged(run, {
      replaced: run.replaced.length,
      exits,
      "slowest drain ms": most(run.replaced.map(({ drainMs }) => drainMs)),
      "pages asked for": run.asked,
      "not answered with a page": run.unanswered.join(" ") || "none",
    });
    return { ...outcome, isGood: outcome.isGood && exits === "0" && run.unanswered.length === 0 };
  },
  F7: async (setting) => {
    const run = await nodes(setting, { rounds: Math.ceil(rounds / 2) });
    return judged(run, { kills: run.kills.length, "slowest move ms": most(run.kills.map(({ togetherMs }) => togetherMs)) });
  },
  F14: async (setting) => {
    const run = await migration(setting, { rounds });
    return judged(run, { migrations: run.migrated });
  },
  R5: async (setting) => {
    const { connections, before, after, perSecond } = await comingsAndGoings(setting, {
      connections: Number(values.connections),
    });
    const figures = {
      connections,
      "heap before MiB": round(before.heapBytes / MIB),
      "heap after MiB": round(after.heapBytes / MIB),
      "sockets before": before.sockets,
      "sockets after": after.sockets,
      "a second": round(perSecond),
    };
    return { figures, isGood: after.heapBytes < before.heapBytes * 1.1 && after.sockets <= before.sockets };
  },
};

const findBugs = async (setting: Setting): Promise<[string, Outcome][]> => {
  const found: [string, Outcome][] = [];
  const bugs = [
    ...serverBugs.map(({ name, edits, stress }) => ({ name, edits, ...(stress ? { stress: [stress] } : {}) })),
    ...clientBugs,
  ];
  for (const bug of bugs) {
    const { broken, counts } = await bugRun(setting, bug);
    const figures = { acknowledged: counts.acknowledged, "found by": broken.join(" ") || "nothing" };
    console.log(`${bug.name}: ${figures["found by"]}`);
    found.push([bug.name, { figures, isGood: broken.length > 0 }]);
  }
  return found;
};

const runAll = async (setting: Setting): Promise<[string, Outcome][]> => {
  const names = values.only?.split(",") ?? Object.keys(runs).filter((name) => name !== "steady");
  const done: [string, Outcome][] = [];
  for (const name of names) {
    const run = runs[name];
    if (!run) throw new Error(`no run is called ${name}; there are ${Object.keys(runs).join(", ")}`);
    const startedAt = performance.now();
    const { figures, isGood } = await run(setting);
    const seconds = round((performance.now() - startedAt) / 1000);
    console.log(`${name} ${isGood ? "good" : "BROKEN"} in ${seconds} s: ${JSON.stringify(figures)}`);
    done.push([name, { figures: { seconds, ...figures }, isGood }]);
  }
  return done;
};

const { close, ...setting } = await openSetting();
const outcomes = await (values.bugs ? findBugs(setting) : runAll(setting)).finally(close);
const file = path.resolve(".test", "faults", "figures.json");
fs.writeFileSync(file, JSON.stringify({ at: new Date().toISOString(), runs: Object.fromEntries(outcomes) }, null, 2));
for (const [name, { figures, isGood }] of outcomes) {
  console.log(
    `| ${name} | ${isGood ? "good" : "broken"} | ${Object.entries(figures)
      .map(([what, value]) => `${what} ${value}`)
      .join(", ")} |`,
  );
}
console.log(`The figures are in ${file}`);
if (outcomes.some(([, { isGood }]) => !isGood)) process.exitCode = 1;

import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { createEmptyDatabase } from "../../harness/database.ts";
import { INSPECTED, openInspector } from "../../harness/inspector.ts";
import { type OwnPostgres, openOwnPostgres } from "../../harness/own-postgres.ts";
import { createHistory } from "../history/history.ts";
import { openHouse } from "../house.ts";
import { createFaultProxy, type FaultProxy } from "../proxy/fault-proxy.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { createCrowd } from "../workload/crowd.ts";
import type { FaultDevice } from "../workload/device.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

const LOOK_MS = 50;
const WORK_MS = 1_500;
const HEAL_MS = 30_000;
const SLOW_MS = 1_500;
const MIB = 1024 * 1024;

type Reach = { database: OwnPostgres; proxy: FaultProxy; url: string };
/** How the database goes away, and how it comes back. */
type Outage = { begin: (reach: Reach) => Promise<void> | void; end: (reach: Reach) => Promise<void> | void };

const restart = ({ database }: Reach): Promise<void> => database.start();

export const outages = {
  killed: { begin: ({ database }) => database.kill(), end: restart },
  "stopped at once": { begin: ({ database }) => database.stopAtOnce(), end: restart },
  stopped: { begin: ({ database }) => database.stop(), end: restart },
  frozen: { begin: ({ database }) => database.freeze(), end: ({ database }) => database.thaw() },
  "cut off": {
    begin: ({ proxy }) => {
      for (const way of ["up", "down"] as const) proxy.set(way, { kind: "blackhole" });
    },
    end: ({ proxy }) => proxy.heal(),
  },
  slow: {
    begin: ({ proxy }) => {
      for (const way of ["up", "down"] as const) proxy.set(way, { kind: "delay", ms: SLOW_MS, jitterMs: 100 });
    },
    end: ({ proxy }) => proxy.heal(),
  },
  /** The others end with it, and it comes back by itself. */
  "one backend killed": {
    begin: async ({ database, url }) => {
      const look = postgres(url, { max: 1, onnotice: () => undefined });
      const [busy] = await look<{ pid: number }[]>`
        select pid from pg_stat_activity where application_name = 'uninest' order by state = 'active' desc limit 1`;
      if (busy) database.killBackend(busy.pid);
      await look.end({ timeout: 0 });
    },
    end: () => undefined,
  },
} satisfies Record<string, Outage>;
export type OutageName = keyof typeof outages;

type Answers = { slowestMs: number; codes: string[] };
type Round = { name: OutageName; asked: Answers; healedMs: number };
/** `grownMib`: how much more the heap holds after all of them, collected. */
export type OutageRun = Judged & { rounds: Round[]; exits: number; grownMib: number };

const codeOf = (body: unknown): string =>
  typeof body === "object" && body !== null && "code" in body ? String(body.code) : "ok";

/** F2: the database goes away under load, in every way there is; it is never the server that has to be started again. */
export const databaseOutages = async (
  { dataDir }: Pick<Setting, "dataDir">,
  { names, awayMs = 5_000 }: { names: OutageName[]; awayMs?: number },
): Promise<OutageRun> => {
  const history = createHistory();
  const database = await openOwnPostgres();
  const url = await createEmptyDatabase(database.url, "uninest_outages");
  const proxy = await createFaultProxy(database.port);
  const through = new URL(url);
  through.port = String(proxy.port);
  const house = await openHouse(
    { postgresUrl: database.url, databaseUrl: through.href, dataDir },
    { name: "outages", node: INSPECTED },
  );
  const crowd = await createCrowd({ group: "o1", ...house.where, databaseUrl: url, history });
  await crowd.connects();
  await crowd.isTogether();
  const probes = crowd.people.map((person) => crowd.addDevice(person, "probe"));
  await Promise.all(probes.map(({ line }) => line.connect()));
  while (!probes.every(({ line }) => line.isReady())) await delay(LOOK_MS);
  let exits = 0;
  house.process().once("exit", () => {
    exits += 1;
  });

  const askSocket = async ({ line }: FaultDevice, conversationId: string): Promise<string> => {
    const answer = await line.ask("message:read", { conversationId, seq: 1 });
    return !answer ? "none" : answer.ok ? "ok" : answer.error.code;
  };
  const askWeb = async ({ web }: FaultDevice): Promise<string> => {
    const answer = await web.ask("GET", "/api/conversations");
    return answer ? codeOf(answer.body) : "none";
  };

  /** One question after the other: how long that takes is how long a person waits. */
  const askOn = async (device: FaultDevice, isOver: () => boolean): Promise<{ ms: number; code: string }[]> => {
    const answers: { ms: number; code: string }[] = [];
    const [place] = crowd.placesOf(device.person);
    while (!isOver()) {
      const startedAt = performance.now();
      const code = await (answers.length % 2 === 0 ? askSocket(device, place?.id ?? "") : askWeb(device));
      answers.push({ ms: performance.now() - startedAt, code });
      await delay(LOOK_MS);
    }
    return answers;
  };

  const isWell = async (): Promise<boolean> => {
    const [probe] = probes;
    const { ok } = await fetch(`${house.baseUrl}/api/health`);
    return (
      ok &&
      probe !== undefined &&
      (await askWeb(probe)) === "ok" &&
      (await askSocket(probe, crowd.placesOf(probe.person)[0]?.id ?? "")) === "ok"
    );
  };

  const healed = async (since: number): Promise<number> => {
    while (!(await isWell()) && performance.now() - since < HEAL_MS) await delay(LOOK_MS);
    return performance.now() - since;
  };

  const inspector = await openInspector(house.logs[0] ?? "");
  const heapMib = async (): Promise<number> => (await inspector.footprint()).heapBytes / MIB;
  let grownMib = 0;

  const rounds: Round[] = [];
  const takeAway = async (): Promise<void> => {
    for (const name of names) {
      await delay(WORK_MS);
      let isOver = false;
      const asking = Promise.all(probes.map((probe) => askOn(probe, () => isOver)));
      await outages[name].begin({ database, proxy, url });
      await delay(awayMs);
      isOver = true;
      const answers = (await asking).flat();
      await outages[name].end({ database, proxy, url });
      const healedMs = await healed(performance.now());
      rounds.push({
        name,
        asked: {
          slowestMs: Math.max(...answers.map(({ ms }) => ms)),
          codes: [...new Set(answers.map(({ code }) => code))].sort(),
        },
        healedMs,
      });
    }
  };
  try {
    const before = await heapMib();
    await work(crowd, { until: takeAway(), paceMs: 200, drops: 0.01 });
    await readFinally(crowd, history);
    grownMib = (await heapMib()) - before;
  } finally {
    inspector.close();
    for (const probe of probes) probe.leaves();
    await crowd.leaves();
    proxy.heal();
    const died = exits;
    await house.close();
    exits = died;
    await proxy.close();
    await database.close();
  }
  return { ...judge("outages", history, house.allLogs()), rounds, exits, grownMib };
};

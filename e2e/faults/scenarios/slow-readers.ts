import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { frame } from "../../harness/frames.ts";
import { INSPECTED, openInspector } from "../../harness/inspector.ts";
import type { RawSocket } from "../../harness/raw-socket.ts";
import { enter } from "../enter.ts";
import { createHistory, type History } from "../history/history.ts";
import { openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { type Crowd, createCrowd } from "../workload/crowd.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

export const READERS = 20;
/** So long they read what they ask for: what that alone costs is what the rest is compared with. */
const BASE_MS = 10_000;
/** Who asked much more often would keep the server busy with answering, which is another fault. */
const QUESTION_MS = 1_000;
/** A busy server takes its time to fill their lines. */
const PATIENCE_MS = 90_000;
const LOOK_MS = 1_000;
const MIB = 1024 * 1024;
/** A client that its system puts to sleep: connected, and not even a pong comes. */
const SLEEPER = `
import { io } from "socket.io-client";
const [url, token, deviceId] = process.argv.slice(1);
io(url, { auth: { token, deviceId }, transports: ["websocket"] }).once("session:ready", () => process.stdout.write("ready"));`;

export type SlowReaders = Judged & { grownMib: number; baseP99: number; p99: number; cut: number };

/** The time within which 99 of 100 sends of these people were answered. */
const p99 = (history: History, from: number, to: number): number => {
  const begun = new Map(
    history.lines.flatMap((line) => (line.f === "send" && line.type === "invoke" ? [[line.op, line.t] as const] : [])),
  );
  const times = history.lines
    .flatMap((line) =>
      line.f === "send" && line.type === "ok" && line.t >= from && line.t < to ? [line.t - (begun.get(line.op) ?? line.t)] : [],
    )
    .sort((one, other) => one - other);
  return times[Math.floor(times.length * 0.99)] ?? 0;
};

const fallAsleep = async (url: string, token: string) => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", SLEEPER, url, token, crypto.randomUUID()], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGSTOP");
  return child;
};

/** Asks for much and answers pings, whether it reads what comes or not. */
const askForMuch = async (reader: RawSocket, isOver: () => boolean): Promise<void> => {
  const question = frame('421["session:sync",{"cursors":{}}]');
  while (!isOver()) {
    reader.writes(Buffer.concat([frame("3"), question]));
    await delay(QUESTION_MS);
  }
};

const longTalk = async ({ devices: [device], places: [place] }: Crowd): Promise<void> => {
  if (!device || !place) throw new Error("nobody there");
  for (let turn = 0; turn < 20; turn += 1) {
    const body = { messageId: crypto.randomUUID(), content: "🏠".repeat(4_000) };
    await device.web.ask("POST", `/api/conversations/${place.id}/messages`, body);
  }
};

/** F11: twenty who ask and then read nothing any more, and one who sleeps, beside people who go on as before. */
export const slowReaders = async (setting: Setting, { seconds }: { seconds: number }): Promise<SlowReaders> => {
  const history = createHistory();
  const house = await openHouse(setting, { name: "slow-readers", node: INSPECTED, env: { DATABASE_POOL: "10" } });
  const [log = ""] = house.logs;
  const inspector = await openInspector(log);
  const base = { ...house.where, databaseUrl: setting.databaseUrl };
  const crowd = await createCrowd({ ...base, history, group: "f1" });
  // What these two say is only there to be asked for; nobody judges it.
  const talkers = await createCrowd({
    ...base,
    history: createHistory(),
    group: "f2",
    names: ["dora", "emil"],
    houseChat: false,
  });
  await Promise.all([crowd.connects(), talkers.connects()]);
  await Promise.all([crowd.isTogether(), talkers.isTogether()]);
  await longTalk(talkers);
  const token = (await talkers.people[0]?.token()) ?? "";
  let isOver = false;
  let figures = { grownMib: 0, baseP99: 0, p99: 0, cut: 0 };

  /** The most that the process holds while something lasts, not counting what it would let go. */
  const peakWhile = async (lasts: () => boolean): Promise<number> => {
    let peak = (await inspector.footprint()).heldBytes;
    while (lasts()) {
      await delay(LOOK_MS);
      peak = Math.max(peak, (await inspector.footprint()).heldBytes);
    }
    return peak / MIB;
  };

  const scene = async (): Promise<void> => {
    const readers = await Promise.all(Array.from({ length: READERS }, () => enter(house.baseUrl, token)));
    const asking = Promise.all(readers.map((reader) => askForMuch(reader, () => isOver)));
    const startedAt = performance.now();
    const before = await peakWhile(() => performance.now() < startedAt + BASE_MS);
    const slowFrom = performance.now();
    for (const { socket } of readers) socket.pause();
    const sleeper = await fallAsleep(house.baseUrl, token);
    const isTime = (ms: number): boolean => performance.now() > slowFrom + ms;
    const areCut = (): boolean => readers.every((reader) => reader.isOver());
    const after = await peakWhile(() => !isTime(seconds * 1000) || !(areCut() || isTime(PATIENCE_MS)));
    const to = performance.now();
    isOver = true;
    await asking;
    for (const { socket } of readers) socket.resume();
    const cut = (await Promise.all(readers.map((reader) => reader.endsWithin(5_000)))).filter(Number.isFinite).length;
    sleeper.kill("SIGKILL");
    figures = { grownMib: after - before, baseP99: p99(history, startedAt, slowFrom), p99: p99(history, slowFrom, to), cut };
  };
  await work(crowd, { until: scene(), paceMs: 100, drops: 0 });
  await readFinally(crowd, history);
  await Promise.all([crowd.leaves(), talkers.leaves()]);
  inspector.close();
  await house.close();
  return { ...judge("slow-readers", history, house.allLogs()), ...figures };
};

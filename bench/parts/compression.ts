import { setTimeout as delay } from "node:timers/promises";
import { bundleWith } from "../../e2e/faults/bugs/plant.ts";
import { BUSY, fillBusyPerson, heldCursors, longTalk, missedCursors } from "../data/busy-person.ts";
import { pairOf } from "../data/people.ts";
import type { Deed, Weight } from "../load/requests.ts";
import { type Line, median } from "../report.ts";
import { type Build, processorSeconds, type Rival, residentKilobytes, type Stage, startStage } from "../stage.ts";

/** What `permessage-deflate` spares and costs: bytes on the line by kind of frame, time of the processor, memory of a connection. */

const SMALL = {
  serverNoContextTakeover: true,
  zlibDeflateOptions: { level: 1, memLevel: 3, windowBits: 11 },
  serverMaxWindowBits: 11,
};
/** `ws` heeds the size only where each frame is packed by itself; else every frame is packed. */
const FORMS: Record<string, object | false> = {
  off: false,
  "from 4096": { threshold: 4_096, serverNoContextTakeover: true },
  "from 1024": { threshold: 1_024, serverNoContextTakeover: true },
  "1024, small": { threshold: 1_024, ...SMALL },
  all: { threshold: 0 },
};
const WANTED = (process.env.BENCH_FORMS ?? Object.keys(FORMS).join("|")).split("|");
const COUNTS: Record<Deed, number> = {
  send: 200,
  "greeting, 50 cursors": 30,
  "greeting, none": 20,
  sync: 40,
  "page, plain": 60,
  "page, packed": 60,
  "list, plain": 40,
  "list, packed": 40,
};
/** Packed or not as the client asks, by every form of the server alike. */
const isHttp = (deed: Deed): boolean => /^(?:page|list), /.test(deed);
const ROUNDS = 3;
const IDLE = Number(process.env.BENCH_CONNECTIONS ?? 1_000);
const SETTLE_MS = 3_000;

const buildOf = async ([name, options]: [string, object | false]): Promise<Build> => {
  const replace = `perMessageDeflate: ${JSON.stringify(options)},`;
  const edit = { file: "lib/server/socket/io-server.ts", find: "perMessageDeflate: false,", replace };
  return { name, file: await bundleWith(`deflate-${name.replace(/\W+/g, "-")}`, [edit]) };
};

const settle = async (stage: Stage, { url, load, sql }: Rival): Promise<void> => {
  if (sql) await fillBusyPerson(sql);
  await load.ask("settle", {
    url,
    pair: [await stage.seatOf(1, pairOf(1)), await stage.seatOf(2, pairOf(1))],
    busy: await stage.seatOf(BUSY, longTalk),
    held: heldCursors,
    missed: missedCursors,
    page: `/api/conversations/${longTalk}/messages?limit=100`,
  });
};

type Measured = { ms: number; processorMs: number; weights: Record<string, Weight> };

const measure = async (rival: Rival, deed: Deed, count: number): Promise<Measured> => {
  const before = processorSeconds(rival);
  const { ms, weights } = await rival.load.ask("repeat", { deed, count });
  return { ms, weights, processorMs: ((processorSeconds(rival) - before) / count) * 1_000 };
};

/** Each form in turns. Resolves to the figures of each deed, by the name of the form. */
const measureDeed = async (stage: Stage, deed: Deed): Promise<Line[]> => {
  const rivals = isHttp(deed) ? stage.rivals.slice(0, 1) : stage.rivals;
  const rounds: Record<string, Measured[]> = {};
  for (const rival of rivals) await measure(rival, deed, Math.ceil(COUNTS[deed] / 4));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const rival of rivals) rounds[rival.name] = [...(rounds[rival.name] ?? []), await measure(rival, deed, COUNTS[deed])];
  const figures = (of: (all: Measured[]) => number) =>
    Object.fromEntries(Object.entries(rounds).map(([name, all]) => [name, of(all)]));
  const kinds = [...new Set(Object.values(rounds).flatMap((all) => Object.keys(all[0]?.weights ?? {})))];
  const bytes = (kind: string, part: "line" | "text") =>
    figures(([first]) => (first?.weights[kind]?.[part] ?? 0) / (first?.weights[kind]?.frames ?? 1));
  return [
    ...kinds.flatMap((kind): Line[] => [
      {
        goal: "",
        what: `${deed}: bytes of ${kind}`,
        figures: { unpacked: bytes(kind, "text").off ?? 0, ...bytes(kind, "line") },
      },
    ]),
    {
      goal: "",
      what: `${deed}: ms of the processor`,
      figures: figures((all) => median(all.map(({ processorMs }) => processorMs))),
    },
    { goal: "", what: `${deed}: ms until it is there`, figures: figures((all) => median(all.map(({ ms }) => ms))) },
  ];
};

const measureMemory = async (stage: Stage): Promise<Line> => {
  const figures: Record<string, number> = {};
  for (const rival of stage.rivals) {
    const connect = async (count: number) =>
      rival.load.ask("connect", { url: rival.url, seats: await stage.seats(rival, count), atOnce: 16 });
    await connect(100);
    await rival.load.ask("leave", {});
    const before = residentKilobytes(rival);
    await connect(IDLE);
    await delay(SETTLE_MS);
    figures[rival.name] = (residentKilobytes(rival) - before) / IDLE;
    await rival.load.ask("leave", {});
  }
  return { goal: "", what: `kB of memory for each of ${IDLE} idle connections`, figures };
};

export const compression = async (): Promise<Line[]> => {
  const stage = await startStage(
    ...(await Promise.all(
      Object.entries(FORMS)
        .filter(([name]) => WANTED.includes(name))
        .map(buildOf),
    )),
  );
  try {
    for (const rival of stage.rivals) await settle(stage, rival);
    const lines: Line[] = [];
    for (const deed of Object.keys(COUNTS) as Deed[]) lines.push(...(await measureDeed(stage, deed)));
    return [...lines, await measureMemory(stage)];
  } finally {
    await stage.stop();
  }
};

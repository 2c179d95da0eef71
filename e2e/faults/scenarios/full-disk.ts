import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createEmptyDatabase } from "../../harness/database.ts";
import { openOwnPostgres } from "../../harness/own-postgres.ts";
import { picture } from "../../harness/pictures.ts";
import { mountSmallDisk } from "../../harness/small-disk.ts";
import { filesAt } from "../../harness/uploads.ts";
import { createHistory } from "../history/history.ts";
import { openHouse } from "../house.ts";
import { type Judged, judge } from "../verdict.ts";
import { type Crowd, createCrowd } from "../workload/crowd.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

/** A new cluster takes fifty, its log grows by sixteen at a time. */
const DATABASE_MIB = 120;
/** Files are refused when less than 256 would be left: what is tried is what was let in before that. */
const FILES_MIB = 300;
const LOOK_MS = 50;
const WORK_MS = 1_500;
const FULL_MS = 4_000;
const HEAL_MS = 20_000;

type Upload = {
  whileFull: number;
  codeWhileFull: unknown;
  textWhileFull: boolean;
  leftovers: string[];
  afterwards: number;
  isWhole: boolean;
};
/** `codes`: what sends were refused with. */
export type FullDisk = Judged & { upload: Upload; codes: string[]; healedMs: number; exits: number };

/** All files below a folder, but those that the server keeps for itself. */
const filesBelow = (folder: string): string[] =>
  fs.existsSync(folder)
    ? fs.readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
    : [];

/** F9: no byte finds room any more, first on the disk of files, then on the database's; then there is room again. */
export const fullDisk = async (): Promise<FullDisk> => {
  const history = createHistory();
  const databaseDisk = mountSmallDisk(DATABASE_MIB);
  const filesDisk = mountSmallDisk(FILES_MIB);
  const database = await openOwnPostgres(databaseDisk.folder);
  const url = await createEmptyDatabase(database.url, "uninest_full");
  const setting = { postgresUrl: database.url, databaseUrl: url, dataDir: filesDisk.folder };
  const house = await openHouse(setting, { name: "full-disk" });
  const crowd = await createCrowd({ group: "d1", ...house.where, databaseUrl: url, history });
  await crowd.connects();
  await crowd.isTogether();
  let exits = 0;
  house.process().once("exit", () => {
    exits += 1;
  });
  let healedMs = 0;

  const ask = async (): Promise<string> => {
    const answer = await crowd.devices[0]?.web.ask("GET", "/api/conversations");
    return !answer ? "none" : answer.status === 200 ? "ok" : String((answer.body as { code?: string }).code);
  };
  const isSending = async (): Promise<boolean> => {
    const before = acknowledged();
    for (let look = 0; look < 20 && acknowledged() === before; look += 1) await delay(LOOK_MS);
    return acknowledged() > before;
  };
  const acknowledged = (): number => history.lines.filter((line) => line.f === "send" && line.type === "ok").length;

  const fillUpDatabase = async (): Promise<void> => {
    await delay(WORK_MS);
    databaseDisk.fill();
    await delay(FULL_MS);
    databaseDisk.free();
    const since = performance.now();
    // Without room for its log it ends itself: a supervisor starts it again.
    await database.start();
    while (!((await ask()) === "ok" && (await isSending())) && performance.now() - since < HEAL_MS) await delay(LOOK_MS);
    healedMs = performance.now() - since;
  };

  const upload = await uploadInto(crowd, house.baseUrl, filesDisk);
  try {
    await work(crowd, { until: fillUpDatabase(), paceMs: 150, drops: 0 });
    await readFinally(crowd, history);
  } finally {
    await crowd.leaves();
    const died = exits;
    await house.close();
    exits = died;
    await database.close();
    databaseDisk.unmount();
    filesDisk.unmount();
  }
  const codes = history.lines.flatMap((line) => (line.f === "send" && line.type === "fail" ? [line.code] : []));
  return { ...judge("full-disk", history, house.allLogs()), upload, codes: [...new Set(codes)], healedMs, exits };
};

/** A file is let in while there is room, and its bytes come when there is none. */
const uploadInto = async (crowd: Crowd, baseUrl: string, disk: ReturnType<typeof mountSmallDisk>): Promise<Upload> => {
  const [alice] = crowd.people;
  const [place] = crowd.places;
  if (!alice || !place) throw new Error("nobody is there");
  const person = { tokens: { accessToken: await alice.token() } as never };
  const files = filesAt(baseUrl);
  const bytes = new Uint8Array(await picture("png", { width: 2_000, height: 1_500 }));
  const id = files.idOf(await files.begins(person, { name: "room.png", conversationId: place.id, length: bytes.length }));
  disk.fill();
  const refused = await files.sends(person, id, bytes);
  const device = crowd.devices.find(({ user }) => user === alice.key);
  device?.says(place.id);
  while (device && device.outbox.waiting() > 0) await delay(LOOK_MS);
  const leftovers = filesBelow(path.join(disk.folder, "blobs"));
  disk.free();
  const offset = Number((await files.asks(person, id)).headers.get("upload-offset"));
  const taken = await files.sends(person, id, bytes.subarray(offset), offset);
  const { status } = await files.reads(person, id);
  return {
    whileFull: refused.status,
    codeWhileFull: refused.body.code,
    textWhileFull: device?.outbox.waiting() === 0,
    leftovers,
    afterwards: taken.status,
    isWhole: status === 200,
  };
};

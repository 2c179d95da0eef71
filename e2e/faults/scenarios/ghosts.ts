import { setTimeout as delay } from "node:timers/promises";
import { createHistory } from "../history/history.ts";
import { openHouse } from "../house.ts";
import { createFaultProxy, type FaultProxy } from "../proxy/fault-proxy.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { type Crowd, createCrowd } from "../workload/crowd.ts";
import type { FaultDevice } from "../workload/device.ts";
import { readFinally } from "../workload/final-reads.ts";

const GROUPS = 5;

export type Ghosts = Judged & {
  released: number;
  /** What came out of the past and was stored although its time was over. */
  risen: string[];
};

type Scene = { crowd: Crowd; proxy: FaultProxy; conv: string; phone: FaultDevice };

const PATIENCE_MS = 60_000;
/** A sign-out takes hold on live sockets within that time (protocol.md): what comes before it may still be stored. */
const PROMISED_MS = 1_000;

/** @throws {Error} that names what has not come about */
const until = async (what: string, isSo: () => boolean): Promise<void> => {
  const deadline = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await delay(10);
  }
};

/** The line of whoever is connected keeps what they say; nobody notices. */
const hold = async ({ proxy }: Scene, device: FaultDevice): Promise<void> => {
  await until("the device is connected", () => device.line.isReady());
  proxy.set("up", { kind: "hold" }, { onlyPresent: true });
};

/** Said on the old line, then again on a new one, before the old one lets go: stored once. */
const resent = async (scene: Scene): Promise<undefined> => {
  const { phone, conv, proxy } = scene;
  await hold(scene, phone);
  phone.says(conv);
  await delay(30);
  phone.line.drops();
  await until("what was said is settled", () => phone.outbox.waiting() === 0);
  proxy.heal();
};

/** Each sign-out ends a device for good. */
let tablets = 0;

/** Said, and before it gets through the session ends: nothing is stored. */
const afterSignOut = async (scene: Scene): Promise<string> => {
  const { crowd, phone, conv, proxy } = scene;
  tablets += 1;
  const tablet = crowd.addDevice(phone.person, `tablet${tablets}`, { ownToken: await phone.person.freshToken() });
  await tablet.line.connect();
  await hold(scene, tablet);
  const { msgId } = tablet.says(conv);
  await delay(30);
  tablet.outbox.close();
  await tablet.signsOut();
  await delay(PROMISED_MS);
  proxy.heal();
  await until("the ended session is cut", () => !tablet.line.isReady());
  tablet.leaves();
  return msgId;
};

/** Said, and before it gets through the other has blocked: refused. */
const afterBlock = async (scene: Scene): Promise<string> => {
  const { crowd, phone, conv, proxy } = scene;
  const other = crowd.devices.find(({ user }) => user !== phone.user);
  await hold(scene, phone);
  const { msgId } = phone.says(conv);
  await delay(30);
  await other?.blocks(conv, phone.person);
  proxy.heal();
  await until("what was said is settled", () => phone.outbox.waiting() === 0);
  await other?.unblocks(conv, phone.person);
  return msgId;
};

const SCENES = [resent, afterSignOut, afterBlock];

/** F5: what an old connection still holds is let go after the world has gone on. */
export const ghosts = async (setting: Setting, { count }: { count: number }): Promise<Ghosts> => {
  const history = createHistory();
  const house = await openHouse(setting, { name: "ghosts" });
  const gone: string[] = [];

  const haunt = async (index: number): Promise<void> => {
    const proxy = await createFaultProxy(house.nextPort());
    const crowd = await createCrowd({
      group: `h${index}`,
      ...house.where,
      url: () => proxy.url,
      // A connection that waits for the next request would be held as well.
      webUrl: () => house.baseUrl,
      databaseUrl: setting.databaseUrl,
      history,
      names: ["alice", "bob"],
      devices: ["phone"],
      habits: { repeats: 0, overHttp: 0 },
      houseChat: false,
    });
    await crowd.connects();
    const [phone] = crowd.devices;
    const [place] = crowd.places;
    if (!phone || !place) throw new Error("nobody there");
    const scene = { crowd, proxy, conv: place.id, phone };
    for (let turn = 0; turn < count / GROUPS; turn += 1) {
      const msgId = await SCENES[(turn + index) % SCENES.length]?.(scene);
      if (msgId) gone.push(msgId);
    }
    await readFinally(crowd, history);
    await crowd.leaves();
    await proxy.close();
  };
  await Promise.all(Array.from({ length: GROUPS }, (_, index) => haunt(index)));
  await house.close();
  const stored = new Set(history.lines.flatMap((line) => (line.f === "final" ? line.rows.map(({ msgId }) => msgId) : [])));
  return { ...judge("ghosts", history, house.allLogs()), released: count, risen: gone.filter((msgId) => stored.has(msgId)) };
};

import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { createHouseChat } from "../../harness/house-chat.ts";
import type { History } from "../history/history.ts";
import { createDevice, type FaultDevice, type Habits } from "./device.ts";
import { createPerson, type FaultPerson } from "./person.ts";

type Options = {
  /** Short and with no dot: it is the first part of every canary. */
  group: string;
  /** Where accounts are made, past any fault. */
  baseUrl: string;
  /** Where the devices connect; absent: there too. */
  url?: () => string;
  /** How many nodes there are; absent: one. */
  nodes?: number;
  /** Where their HTTP goes; absent: the same way. */
  webUrl?: () => string;
  /** The address that the next device connects from; absent: any. */
  localAddress?: () => string;
  databaseUrl: string;
  history: History;
  names?: string[];
  devices?: string[];
  habits?: Partial<Habits>;
  /** Whether all of them share a house chat beside their direct conversations. */
  houseChat?: boolean;
};

const NAMES = ["alice", "bob", "carol"];
const DEVICES = ["phone", "laptop"];
const HABITS: Habits = { repeats: 0.2, overHttp: 0.15 };
/** A page looks every 24 s whether it has missed something (docs/decisions/0015); these look more often, and are done sooner. */
const CHECK_MS = 5_000;
/** How much of what is known is looked up at once by a second connection. */
const WITNESSED = 0.5;

type Place = { id: string; members: FaultPerson[]; kind: "direct" | "group" };

const pairsOf = <Item>(items: Item[]): [Item, Item][] =>
  items.flatMap((one, index) => items.slice(index + 1).map((other): [Item, Item] => [one, other]));

let connections = 0;

/** People who share conversations with each other and with nobody else, each with several devices. */
export const createCrowd = async ({ group, baseUrl, url = () => baseUrl, databaseUrl, history, ...options }: Options) => {
  const { names = NAMES, devices: kinds = DEVICES, habits = {}, houseChat = true, nodes = 1, webUrl, localAddress } = options;
  const isSpread = nodes > 1;
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => undefined });
  const people = await Promise.all(names.map((name) => createPerson(baseUrl, group, name)));
  const keys = new Map(people.map(({ id, key }) => [id, key]));
  const places: Place[] = await Promise.all(
    pairsOf(people).map(async ([one, other]) => ({ id: await one.opens(other), members: [one, other], kind: "direct" as const })),
  );
  if (houseChat) places.push({ id: await createHouseChat(databaseUrl, people), members: people, kind: "group" });
  for (const { id, members } of places) for (const { key } of members) history.write({ f: "join", user: key, conv: id, seq: 0 });

  const counters = new Map<string, number>();
  const witness = (conv: string, msgId: string): void => {
    if (Math.random() > WITNESSED) return;
    sql`select 1 from messages where conversation_id = ${conv} and id = ${msgId}`.then(
      (rows) => history.write({ f: "row", conv, msgId, found: rows.length === 1 }),
      () => undefined,
    );
  };

  const placesOf = ({ key }: FaultPerson): Place[] =>
    places.filter(({ members }) => members.some((member) => member.key === key));

  /** One more device; it connects when it is told to. */
  const addDevice = (person: FaultPerson, name: string, more: { ownToken?: string; url?: () => string } = {}): FaultDevice => {
    const device = createDevice({
      person,
      name,
      url,
      ...(webUrl ? { webUrl } : {}),
      ...(localAddress ? { localAddress: localAddress() } : {}),
      history,
      isSpread,
      habits: { ...HABITS, ...habits },
      nameOf: (id) => keys.get(id) ?? id,
      nextConnection: () => {
        connections += 1;
        return connections;
      },
      nextItem: (who, conv) => {
        const next = (counters.get(`${who} ${conv}`) ?? 0) + 1;
        counters.set(`${who} ${conv}`, next);
        return next;
      },
      witness,
      ...more,
    });
    for (const { id } of placesOf(person)) device.mirror.open(id);
    return device;
  };

  const devices = people.flatMap((person) => kinds.map((name) => addDevice(person, name)));

  if (isSpread) history.write({ f: "nodes", count: nodes });
  /** What one node tells another may be lost with either: each asks again and again whether it has missed something, as a page does. */
  const checks = setInterval(() => {
    for (const { line, sync } of isSpread ? devices : []) if (line.isReady()) void sync();
  }, CHECK_MS).unref();

  return {
    group,
    people,
    places,
    devices,
    sql,
    placesOf,
    addDevice,
    isSpread,
    connects: (): Promise<unknown> => Promise.all(devices.map(({ line }) => line.connect())),
    /** Waits until every device is connected. */
    isTogether: async (): Promise<void> => {
      while (!devices.every(({ line }) => line.isReady())) await delay(20);
    },
    leaves: async (): Promise<void> => {
      clearInterval(checks);
      for (const device of devices) device.leaves();
      await sql.end({ timeout: 1 });
    },
  };
};
export type Crowd = Awaited<ReturnType<typeof createCrowd>>;

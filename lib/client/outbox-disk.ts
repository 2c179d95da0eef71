import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type OutboxEntry, parseEntry } from "./outbox-entry.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { isSharedComputer } from "./shared-computer.ts";

/** What lies there may be of another version of the page: it is parsed when it is read. */
type Kept = Record<string, unknown>;

interface Schema extends DBSchema {
  entries: { key: number; value: Kept; indexes: { user: string; message: [string, string] } };
}

const NAME = "uninest-outbox";
/** A browser whose storage is broken may answer nothing at all. */
const OPEN_MS = 4_000;

let opened: Promise<IDBPDatabase<Schema>> | undefined;
const close = (): void => {
  void opened?.then((database) => database.close()).catch(() => undefined);
  opened = undefined;
};

const inTime = <Value>(promise: Promise<Value>): Promise<Value> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("The storage does not answer.")), OPEN_MS);
    }),
  ]);

const open = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>(NAME, 1, {
    upgrade: (database) => {
      const entries = database.createObjectStore("entries", { keyPath: "order", autoIncrement: true });
      entries.createIndex("user", "userId");
      entries.createIndex("message", ["userId", "messageId"], { unique: true });
    },
    blocking: close,
    terminated: close,
  });
  const opening = opened;
  opening.catch(() => {
    if (opened === opening) opened = undefined;
  });
  return inTime(opening);
};

/** The content of a change is kept under another name: a page of a former build would send it as a message, and drops what has none. */
const keptOf = (userId: string, { order: _, content, ...entry }: OutboxEntry): Kept => ({
  ...entry,
  userId,
  [entry.change ? "words" : "content"]: content,
});

/** The outbox of a person in this browser's IndexedDB, which all tabs share. On a shared computer nothing is added to it. */
export const createDiskStore = (userId: string): OutboxStore => ({
  load: async () => {
    const transaction = (await open()).transaction("entries", "readwrite");
    const { store } = transaction;
    const [keys, kept] = await Promise.all([store.index("user").getAllKeys(userId), store.index("user").getAll(userId)]);
    const entries = kept.map(parseEntry);
    const unreadable = keys.filter((_, index) => entries[index] === null);
    await Promise.all([...unreadable.map((key) => store.delete(key)), transaction.done]);
    return entries.filter((entry) => entry !== null);
  },
  append: async (entry) => {
    if (isSharedComputer()) return null;
    // Strict: a browser otherwise says 'done' before the machine could lose its power without losing the message.
    const transaction = (await open()).transaction("entries", "readwrite", { durability: "strict" });
    const former = await transaction.store.index("message").getKey([userId, entry.messageId]);
    if (former !== undefined) await transaction.store.delete(former);
    const order = await transaction.store.add(keptOf(userId, entry));
    await transaction.done;
    return order;
  },
  update: async (entry) => {
    const transaction = (await open()).transaction("entries", "readwrite", { durability: "strict" });
    const order = await transaction.store.index("message").getKey([userId, entry.messageId]);
    if (order !== undefined) await transaction.store.put({ ...keptOf(userId, entry), order });
    await transaction.done;
  },
  remove: async (messageId) => {
    const transaction = (await open()).transaction("entries", "readwrite");
    const order = await transaction.store.index("message").getKey([userId, messageId]);
    if (order !== undefined) await transaction.store.delete(order);
    await transaction.done;
  },
});

/** Removes what is kept of everybody whom `isGoing` names. */
export const wipeOutbox = async (isGoing: (userId: string) => boolean): Promise<void> => {
  const transaction = (await open()).transaction("entries", "readwrite");
  const { store } = transaction;
  const [keys, kept] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const going = keys.filter((_, index) => isGoing(String(kept[index]?.userId)));
  await Promise.all([...going.map((key) => store.delete(key)), transaction.done]);
};

/** How many messages of a person are kept here. */
export const countKept = async (userId: string): Promise<number> => (await open()).countFromIndex("entries", "user", userId);

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { User } from "#lib/contract/accounts.ts";
import type { KeptConversation } from "./history-record.ts";
import { isSharedComputer } from "./shared-computer.ts";

/** Who was here last, for a page that is opened without a network. */
export type KeptPerson = { userId: string; name: string; role: User["role"] };

interface Schema extends DBSchema {
  people: { key: string; value: KeptPerson };
  conversations: { key: [string, string]; value: KeptConversation; indexes: { user: string } };
}

const NAME = "uninest-history";
/** To be raised with every change of what is kept: all of it is a copy, and made anew. */
const VERSION = 2;

let opened: Promise<IDBPDatabase<Schema>> | undefined;
const close = (): void => {
  void opened?.then((database) => database.close()).catch(() => undefined);
  opened = undefined;
};

const open = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>(NAME, VERSION, {
    upgrade: (database) => {
      for (const name of database.objectStoreNames) database.deleteObjectStore(name);
      database.createObjectStore("people", { keyPath: "userId" });
      database.createObjectStore("conversations", { keyPath: ["userId", "id"] }).createIndex("user", "userId");
    },
    blocking: close,
    terminated: close,
  });
  const opening = opened;
  opening.catch(() => {
    if (opened === opening) opened = undefined;
  });
  return opening;
};

/** The person whose history is kept here; on a shared computer nobody's is. */
export const readKeptPerson = async (): Promise<KeptPerson | undefined> =>
  isSharedComputer() ? undefined : (await (await open()).getAll("people"))[0];

/** From now on the kept history is this person's. */
export const writeKeptPerson = async (person: KeptPerson): Promise<void> => {
  if (isSharedComputer()) return;
  const transaction = (await open()).transaction("people", "readwrite");
  await transaction.store.clear();
  await Promise.all([transaction.store.put(person), transaction.done]);
};

/** The kept history of a person. */
export const createHistoryDisk = (userId: string) => ({
  all: async (): Promise<KeptConversation[]> =>
    isSharedComputer() ? [] : (await open()).getAllFromIndex("conversations", "user", userId),
  one: async (id: string): Promise<KeptConversation | undefined> =>
    isSharedComputer() ? undefined : (await open()).get("conversations", [userId, id]),
  put: async (kept: KeptConversation): Promise<void> => {
    const transaction = (await open()).transaction(["people", "conversations"], "readwrite");
    // Whoever has signed out in another tab meanwhile is not written down again.
    const isHere = (await transaction.objectStore("people").getKey(userId)) !== undefined;
    if (isHere && !isSharedComputer()) await transaction.objectStore("conversations").put(kept);
    await transaction.done;
  },
  keepOnly: async (ids: readonly string[]): Promise<void> => {
    const transaction = (await open()).transaction("conversations", "readwrite");
    const keys = await transaction.store.index("user").getAllKeys(userId);
    const others = keys.filter(([, id]) => !ids.includes(id));
    await Promise.all([...others.map((key) => transaction.store.delete(key)), transaction.done]);
  },
});
export type HistoryDisk = ReturnType<typeof createHistoryDisk>;

/** Removes what is kept of everybody whom `isGoing` names. */
export const wipeHistory = async (isGoing: (userId: string) => boolean): Promise<void> => {
  const transaction = (await open()).transaction(["people", "conversations"], "readwrite");
  const [people, conversations] = [transaction.objectStore("people"), transaction.objectStore("conversations")];
  const goners = (await people.getAllKeys()).filter(isGoing);
  const keys = (await conversations.getAllKeys()).filter(([userId]) => isGoing(userId));
  await Promise.all([
    ...goners.map((userId) => people.delete(userId)),
    ...keys.map((key) => conversations.delete(key)),
    transaction.done,
  ]);
};

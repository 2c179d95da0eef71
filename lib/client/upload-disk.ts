import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { isSharedComputer } from "./shared-computer.ts";
import { writeStored } from "./storage.ts";
import type { Upload } from "./upload.ts";
import { uploadsName } from "./upload.ts";

/** A file as it is kept; the bytes lie beside it. */
export type KeptUpload = Omit<Upload, "url" | "state" | "share" | "error"> & {
  /** Where the server takes what is left of it; null before it has begun. */
  address: string | null;
  /** When it was chosen, in milliseconds since the epoch. */
  at: number;
};

interface Schema extends DBSchema {
  uploads: { key: string; value: KeptUpload };
  files: { key: string; value: Blob };
}

const VERSION = 1;
const MOST = { files: 40, bytes: 300 * 1024 * 1024 };

/**
 * The files of a person that are not sent yet, in this browser. Whatever it refuses, and on a shared computer everything, lives as
 * long as the tab.
 */
export const createUploadDisk = (userId: string) => {
  const name = uploadsName(userId);
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const close = (): void => {
    void opened?.then((database) => database.close()).catch(() => undefined);
    opened = undefined;
  };
  const open = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(name, VERSION, {
      upgrade: (database) => {
        database.createObjectStore("uploads", { keyPath: "key" });
        database.createObjectStore("files");
      },
      blocking: close,
      terminated: close,
    });
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };

  /** What changes a file must not pass what puts it there: large ones take their time. */
  let turns: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = isSharedComputer() ? Promise.resolve() : turns.then(work);
    turns = done.catch(() => undefined);
    return done;
  };

  const add = async (kept: KeptUpload, file: Blob): Promise<void> => {
    const database = await open();
    const others = await database.getAll("uploads");
    const bytes = others.reduce((sum, { byteSize }) => sum + byteSize, file.size);
    if (others.length >= MOST.files || bytes > MOST.bytes) return;
    writeStored(name, "1");
    const transaction = database.transaction(["uploads", "files"], "readwrite");
    await Promise.all([
      transaction.objectStore("files").put(file, kept.key),
      transaction.objectStore("uploads").put(kept),
      transaction.done,
    ]);
  };

  const change = async (key: string, changed: Partial<KeptUpload>): Promise<void> => {
    const transaction = (await open()).transaction("uploads", "readwrite");
    const kept = await transaction.store.get(key);
    if (kept) await transaction.store.put({ ...kept, ...changed });
    await transaction.done;
  };

  const remove = async (key: string): Promise<void> => {
    const transaction = (await open()).transaction(["uploads", "files"], "readwrite");
    await Promise.all([transaction.objectStore("files").delete(key), transaction.objectStore("uploads").delete(key)]);
    const left = await transaction.objectStore("uploads").count();
    await transaction.done;
    if (left === 0) writeStored(name, null);
  };

  return {
    all: async (): Promise<KeptUpload[]> => (isSharedComputer() ? [] : (await open()).getAll("uploads")),
    one: async (key: string): Promise<{ kept: KeptUpload; file: Blob } | null> => {
      const database = await open();
      const [kept, file] = await Promise.all([database.get("uploads", key), database.get("files", key)]);
      return kept && file ? { kept, file } : null;
    },
    add: (kept: KeptUpload, file: Blob): Promise<void> => inTurn(() => add(kept, file)),
    /** Changes what is still there. */
    change: (key: string, changed: Partial<KeptUpload>): Promise<void> => inTurn(() => change(key, changed)),
    remove: (key: string): Promise<void> => inTurn(() => remove(key)),
    close,
  };
};
export type UploadDisk = ReturnType<typeof createUploadDisk>;

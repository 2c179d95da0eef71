import { createReadStream } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import type { BlobStore } from "#lib/domain/ports.ts";
import { throwAsNoRoom, unlessMissing } from "./full-disk.ts";

/** Keys are ours, yet none may lead out of the folder. */
const KEY = /^[a-z]+\/[0-9a-z-]+\.[a-z]+$/;
/** Files in a folder of this machine, `blobs` in the data's. */
export const createDiskBlobs = (dataDir: string): BlobStore => {
  const root = path.resolve(dataDir, "blobs");

  const fileOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error(`this is no key of a blob: ${key}`);
    return path.join(root, key);
  };

  /** Under another name first: whoever asks for it finds the whole file or none. */
  const write = async (file: string, bytes: Uint8Array): Promise<void> => {
    const unfinished = `${file}.part`;
    try {
      await fs.mkdir(path.dirname(file), { recursive: true });
      await fs.writeFile(unfinished, bytes, { flush: true });
      await fs.rename(unfinished, file);
    } catch (error) {
      await fs.rm(unfinished, { force: true });
      throw error;
    }
  };

  return {
    put: async (key, bytes) => {
      await write(fileOf(key), bytes).catch(throwAsNoRoom);
    },
    size: async (key) => (await fs.stat(fileOf(key)).catch(unlessMissing))?.size,
    open: async (key, range) => {
      const file = fileOf(key);
      const found = await fs.stat(file).catch(unlessMissing);
      return found && { size: found.size, chunks: createReadStream(file, range) };
    },
    remove: async (keys) => {
      for (const key of keys) await fs.rm(fileOf(key), { force: true });
    },
  };
};

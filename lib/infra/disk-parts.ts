import fs from "node:fs/promises";
import path from "node:path";
import type { PartialFiles } from "#lib/domain/ports.ts";
import { throwAsNoRoom, unlessMissing } from "./full-disk.ts";

const ID = /^[0-9a-f-]{36}$/;

/** Files that are still coming, in a folder of this machine, `uploads` in the data's: whoever sends one comes back to the same machine. */
export const createDiskParts = (dataDir: string): PartialFiles => {
  const root = path.resolve(dataDir, "uploads");

  const fileOf = (id: string): string => {
    if (!ID.test(id)) throw new Error("this is no id of an upload");
    return path.join(root, `${id}.part`);
  };

  const write = async (id: string, offset: number, chunks: AsyncIterable<Uint8Array>): Promise<number> => {
    const file = await fs.open(fileOf(id), "a");
    let end = offset;
    try {
      for await (const chunk of chunks) {
        await file.appendFile(chunk);
        end += chunk.byteLength;
      }
      return end;
    } finally {
      await file.close();
    }
  };

  /** A write of which the source is gone may still be on its way to the disk: until it is over, nobody knows how much is there. */
  const writing = new Map<string, Promise<unknown>>();
  const stillness = (id: string): Promise<unknown> => writing.get(id) ?? Promise.resolve();

  const append = async (id: string, offset: number, chunks: AsyncIterable<Uint8Array>): Promise<number> => {
    // What is not there is not made here, and what came without being counted comes once more.
    await fs.truncate(fileOf(id), offset);
    return write(id, offset, chunks).catch(throwAsNoRoom);
  };

  return {
    create: async (id) => {
      await fs.mkdir(root, { recursive: true }).catch(throwAsNoRoom);
      await fs.writeFile(fileOf(id), "", { flag: "wx" }).catch(throwAsNoRoom);
    },
    size: async (id) => {
      await stillness(id);
      return (await fs.stat(fileOf(id)).catch(unlessMissing))?.size;
    },
    append: (id, offset, chunks) => {
      const work = stillness(id).then(() => append(id, offset, chunks));
      const ended = work
        .catch(() => undefined)
        .then(() => {
          if (writing.get(id) === ended) writing.delete(id);
        });
      writing.set(id, ended);
      return work;
    },
    read: async (id) => {
      await stillness(id);
      return fs.readFile(fileOf(id));
    },
    remove: async (ids) => {
      for (const id of ids) await fs.rm(fileOf(id), { force: true });
    },
  };
};

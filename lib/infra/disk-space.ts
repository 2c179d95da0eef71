import fs from "node:fs/promises";
import path from "node:path";

/** How many bytes there are left for files. @throws {Error} when the folder cannot be used */
export const createDiskSpace = (dataDir: string) => async (): Promise<number> => {
  const folder = path.resolve(dataDir);
  await fs.mkdir(folder, { recursive: true });
  const { bavail, bsize } = await fs.statfs(folder);
  return bavail * bsize;
};

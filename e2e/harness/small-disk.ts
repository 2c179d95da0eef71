import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const MIB = 1024 * 1024;

/** False when there is no more room. */
const writes = (file: number, bytes: number): boolean => {
  try {
    return fs.writeSync(file, Buffer.alloc(bytes, 1)) > 0;
  } catch {
    return false;
  }
};

/** A small file system of its own, in memory. @throws {Error} where none may be mounted: it takes root on Linux */
export const mountSmallDisk = (mib: number) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${mib}m,mode=755`, "uninest", folder], { stdio: "pipe" });
  const ballast = path.join(folder, "ballast");
  return {
    folder,
    /** From now on not a byte finds room. */
    fill: (): void => {
      const file = fs.openSync(ballast, "w");
      try {
        for (const bytes of [MIB, 4096]) while (writes(file, bytes));
      } finally {
        fs.closeSync(file);
      }
    },
    free: (): void => fs.rmSync(ballast, { force: true }),
    unmount: (): void => {
      execFileSync("umount", ["-l", folder]);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};

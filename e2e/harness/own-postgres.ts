import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startEmbeddedPostgres } from "#lib/db/embedded/embedded-postgres.ts";
import { freePort } from "#lib/db/embedded/free-port.ts";

/** The processes below one, and itself. */
const family = (pid: number): number[] => {
  const children = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  return [pid, ...children.split("\n").map(Number).filter(Boolean)];
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A PostgreSQL that things happen to: always at the same address. `at` is where it lies; absent: in a folder that goes with it. */
export const openOwnPostgres = async (at?: string) => {
  const folder = at ?? fs.mkdtempSync(path.join(os.tmpdir(), "uninest-own-"));
  fs.chmodSync(folder, 0o755);
  const data = path.join(folder, "pg");
  const port = await freePort();
  const start = () => startEmbeddedPostgres(data, { port });
  const { url } = await start();

  const postmaster = (): number => Number(fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[0]);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const pid = postmaster();
    process.kill(pid, signal);
    while (isAlive(pid)) await delay(20);
  };
  const tellAll = (signal: NodeJS.Signals): void => {
    // One may have ended meanwhile.
    for (const pid of family(postmaster()).filter(isAlive)) process.kill(pid, signal);
  };

  return {
    url,
    port,
    start: async (): Promise<void> => {
      await start();
    },
    /** In an orderly way, but without waiting for anybody. */
    stop: () => end("SIGINT"),
    /** `pg_ctl -m immediate`: the next start recovers. */
    stopAtOnce: () => end("SIGQUIT"),
    kill: () => end("SIGKILL"),
    /** All of its processes stand still; the kernel still takes connections for it. */
    freeze: () => tellAll("SIGSTOP"),
    thaw: () => tellAll("SIGCONT"),
    killBackend: (pid: number): void => {
      process.kill(pid, "SIGKILL");
    },
    close: async (): Promise<void> => {
      if (fs.existsSync(path.join(data, "postmaster.pid"))) {
        tellAll("SIGCONT");
        await end("SIGINT");
      }
      if (at === undefined) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type OwnPostgres = Awaited<ReturnType<typeof openOwnPostgres>>;

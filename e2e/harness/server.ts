import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "#lib/db/embedded/free-port.ts";

export type RunningServer = { baseUrl: string; process: ChildProcess; stop: () => Promise<number | null> };

type Options = {
  env: Record<string, string>;
  command?: string[];
  name?: string;
  /** Where it listens; absent: on a free port. */
  port?: number;
};

const START_MS = 90_000;
/** The built program: what people get, but for the map of its source, which costs each start a tenth and only names places in a log. */
const BUILT = ["dist/server.mjs"];

const isUp = (baseUrl: string): Promise<boolean> =>
  fetch(`${baseUrl}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once("exit", (code) => resolve(code));
  });

/** Starts UniNest as a process of its own on a free port; its log goes to `.test/<name>.log`. */
export const startServer = async ({
  env,
  command = BUILT,
  name = "server",
  port: wantedPort,
}: Options): Promise<RunningServer> => {
  const port = wantedPort ?? (await freePort());
  const baseUrl = `http://localhost:${port}`;
  fs.mkdirSync(".test", { recursive: true });
  const file = path.resolve(".test", `${name}.log`);
  const log = fs.openSync(file, "w");
  // The heads of a test's audit log have no place beside those of the database in `.data`.
  const DATA_DIR = path.resolve(".test", "data");
  const settings = {
    NODE_ENV: "production" as const,
    LOG_LEVEL: "warn",
    PORT: String(port),
    NEXT_TELEMETRY_DISABLED: "1",
    DATA_DIR,
  };
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...settings, ...env },
    stdio: ["ignore", log, log],
  });
  const deadline = Date.now() + START_MS;
  while (!(await isUp(baseUrl))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline)
      throw new Error(`The server did not start:\n${fs.readFileSync(file, "utf8")}`);
    await delay(100);
  }
  const stop = () => {
    child.kill("SIGTERM");
    return ended(child);
  };
  return { baseUrl, process: child, stop };
};

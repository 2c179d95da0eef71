import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export type RunningServer = { baseUrl: string; process: ChildProcess; stop: () => Promise<number | null> };

type Options = { env: Record<string, string>; command?: string[]; name?: string };

const START_MS = 90_000;
/** The built program: what people get. */
const BUILT = ["--enable-source-maps", "dist/server.mjs"];

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port"))));
    });
  });

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
export const startServer = async ({ env, command = BUILT, name = "server" }: Options): Promise<RunningServer> => {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  fs.mkdirSync(".test", { recursive: true });
  const file = path.resolve(".test", `${name}.log`);
  const log = fs.openSync(file, "w");
  const child = spawn(process.execPath, command, {
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "warn", PORT: String(port), NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", log, log],
  });
  const deadline = Date.now() + START_MS;
  while (!(await isUp(baseUrl))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The server did not start:\n${fs.readFileSync(file, "utf8")}`);
    await delay(100);
  }
  const stop = () => {
    child.kill("SIGTERM");
    return ended(child);
  };
  return { baseUrl, process: child, stop };
};

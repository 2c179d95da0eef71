import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "#lib/db/embedded/free-port.ts";

/** `REDIS_SERVER` names another one than the machine's. */
const PROGRAM = process.env.REDIS_SERVER ?? "redis-server";
const START_MS = 10_000;

const answers = (port: number, question = "PING\r\n"): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(question));
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

const run = async (port: number): Promise<ChildProcess> => {
  const child = spawn(PROGRAM, ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"], {
    stdio: "ignore",
  });
  const failed = once(child, "error").then(() => {
    throw new Error(`There is no ${PROGRAM} here. On Debian: apt-get install redis-server; or name one by REDIS_SERVER.`);
  });
  const isUp = async (): Promise<void> => {
    for (const deadline = Date.now() + START_MS; !(await answers(port)); await delay(50)) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error("Redis did not start.");
    }
  };
  await Promise.race([isUp(), failed]);
  failed.catch(() => undefined);
  return child;
};

/** A Redis of a test's own, which remembers nothing. No package brings one: it is the machine's. @throws {Error} where there is none */
export const startRedis = async () => {
  const port = await freePort();
  let child = await run(port);

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGCONT");
    child.kill(signal);
    await gone;
  };

  return {
    url: `redis://127.0.0.1:${port}`,
    /** It stops to answer, and to read what it is sent. */
    freeze: (): void => void child.kill("SIGSTOP"),
    /** It answers, and takes nothing in any more; or does again. */
    fill: (isFull: boolean): Promise<boolean> => answers(port, `CONFIG SET maxmemory ${isFull ? 1 : 0}\r\n`),
    thaw: (): void => void child.kill("SIGCONT"),
    kill: (): Promise<void> => end("SIGKILL"),
    /** Comes back on its port, empty. */
    start: async (): Promise<void> => {
      child = await run(port);
    },
    stop: (): Promise<void> => end("SIGTERM"),
  };
};
export type TestRedis = Awaited<ReturnType<typeof startRedis>>;

import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { freePort } from "#lib/db/embedded/free-port.ts";
import { migrate } from "#lib/db/migrate.ts";
import { createEmptyDatabase, startTestPostgres } from "../e2e/harness/database.ts";
import { startServer } from "../e2e/harness/server.ts";
import { createTokens, fillPeople, group, pairOf } from "./data/people.ts";
import { type Load, startLoad } from "./load/driver.ts";
import type { Seat } from "./load/requests.ts";
import { secondsOf } from "./processor.ts";
import { accountOf, addressOf, fillEjabberd, startEjabberd } from "./rivals/ejabberd.ts";

/** Servers under measurement, each with the same people, and what makes their load. */

/** `before`: another build of the product, where `BENCH_BEFORE` names its `server.mjs` in `dist`. */
type RivalName = "product" | "before" | "relay" | "ordinary" | "ejabberd";
/** A build with a change of its own. */
export type Build = { name: string; file: string };
type Started = { url: string; process: ChildProcess; sql?: Sql };
export type Rival = Started & { name: string; load: Load };

const SECRET = "what benchmarks sign tokens with";
const PAIRS = 2_500;

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );

const startRelay = async (env: Record<string, string>) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", "bench/rivals/relay.ts"], {
    env: { ...process.env, PORT: String(port), AUTH_SECRET: SECRET, DATABASE_URL: "", NODE_ENV: "production", ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  while (!(await isUp(url))) await delay(50);
  return { url, process: child };
};

/** The memory that a process holds, in kilobytes; on Linux alone. */
export const residentKilobytes = ({ process: { pid } }: Rival): number =>
  Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);

/** Seconds that a process has had a processor for. */
export const processorSeconds = ({ process: { pid } }: { process: ChildProcess }): number => secondsOf(pid ?? 0);

/** The product, and another build of it beside this one where one is named. */
export const builds = (): RivalName[] => ["product", ...(process.env.BENCH_BEFORE ? (["before"] as const) : [])];

/** Of Ctrl+C a child hears by itself, and may be gone by now. */
const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
};

const up = new Set<() => Promise<void>>();
/** Ends whatever is up, for a bench that is told to stop half-way. */
export const stopStages = async (): Promise<void> => {
  for (const stop of up) await stop();
};

/** Starts these of the servers; everything ends with `stop`. */
export const startStage = async (...contenders: (RivalName | Build)[]) => {
  const { url: postgresUrl, stop: stopPostgres } = await startTestPostgres();
  const sqls: Sql[] = [];
  const rivals: Rival[] = [];
  const stop = async (): Promise<void> => {
    up.delete(stop);
    for (const { load, process: child } of rivals) {
      load.end();
      await end(child);
    }
    for (const sql of sqls) await sql.end();
    await stopPostgres();
  };
  up.add(stop);
  const openEmpty = async (name: string): Promise<{ url: string; sql: Sql }> => {
    const url = await createEmptyDatabase(postgresUrl, name);
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    sqls.push(sql);
    return { url, sql };
  };
  const makeDatabase = async (name: string): Promise<{ url: string; sql: Sql }> => {
    const { url, sql } = await openEmpty(name);
    await migrate({ url, folder: "drizzle" });
    await fillPeople(sql, PAIRS);
    return { url, sql };
  };

  const startProduct = async (name: string, file: string) => {
    const { url, sql } = await makeDatabase(`bench_${name.replace(/\W+/g, "_")}`);
    const { BENCH_NODE_OPTIONS = "" } = process.env;
    const command = ["--enable-source-maps", ...BENCH_NODE_OPTIONS.split(" ").filter(Boolean), file];
    const env = { DATABASE_URL: url, AUTH_SECRET: SECRET, RATE_LIMIT_FACTOR: "100000" };
    const server = await startServer({ name: `bench-${name}`, env, command });
    return { url: server.baseUrl, process: server.process, sql };
  };

  const start: Record<RivalName, () => Promise<Started>> = {
    product: () => startProduct("product", "dist/server.mjs"),
    before: () => startProduct("before", process.env.BENCH_BEFORE ?? ""),
    relay: () => startRelay({}),
    ordinary: async () => startRelay({ DATABASE_URL: (await makeDatabase("bench_ordinary")).url }),
    ejabberd: async () => {
      const { url, sql } = await openEmpty("bench_ejabberd");
      await fillEjabberd(sql, 2 * PAIRS);
      return { ...(await startEjabberd(url)), sql };
    },
  };

  for (const one of contenders) {
    const name = typeof one === "string" ? one : one.name;
    const started = typeof one === "string" ? await start[one]() : await startProduct(name, one.file);
    rivals.push({ name, ...started, load: startLoad(name === "ejabberd" ? "xmpp" : "sockets") });
  }

  const tokenOf = createTokens(SECRET);
  /** The product knows who is in what; these are told. */
  const isTold = ({ name }: Rival): boolean => name === "relay" || name === "ordinary";
  /** The n-th person across from the other one of their pair: who they are is all that ejabberd asks. */
  const seatAcross = (n: number): Seat => ({ room: addressOf(n % 2 === 1 ? n + 1 : n - 1), auth: { token: accountOf(n) } });
  /** Seats of the first so many people: in their pairs, or in the one group. */
  const seats = async (rival: Rival, count: number, where: "pairs" | "group" = "pairs"): Promise<Seat[]> =>
    Promise.all(
      Array.from({ length: count }, async (_, index) => {
        if (rival.name === "ejabberd") return seatAcross(index + 1);
        const room = where === "group" ? group : pairOf(index + 1);
        const token = await tokenOf(index + 1);
        return { room, auth: isTold(rival) ? { token, rooms: [room] } : { token } };
      }),
    );

  return {
    rivals,
    seats,
    /** The seat of the n-th person in a room of theirs. */
    seatOf: async (n: number, room: string): Promise<Seat> => ({ room, auth: { token: await tokenOf(n) } }),
    makeDatabase,
    stop,
  };
};
export type Stage = Awaited<ReturnType<typeof startStage>>;

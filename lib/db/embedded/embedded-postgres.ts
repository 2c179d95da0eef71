import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { type Account, canReach, unprivilegedAccount } from "./account.ts";
import { type Binaries, binariesFor } from "./binaries.ts";
import { freePort } from "./free-port.ts";

export type EmbeddedPostgres = { url: string; stop: () => Promise<void> };

type Cluster = { folder: string; account: Account; binaries: Binaries; password: string };

const START_ATTEMPTS = 6;
const MAX_CONNECTIONS = 200;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

const run = (command: string, args: string[], account: Account) =>
  new Promise<void>((resolve, reject) => {
    let complaint = "";
    const child = spawn(command, args, { ...account, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`${path.basename(command)} failed: ${complaint}`))));
  });

const own = (target: string, { uid, gid }: Account): void => {
  if (uid !== undefined && gid !== undefined) fs.chownSync(target, uid, gid);
};

/** Where the data can live: the folder asked for, or a fixed one below /var/tmp when the account cannot enter it. */
const settle = (wanted: string, account: Account): { folder: string; refuge: string } => {
  const refuge = `/var/tmp/uninest-${createHash("sha256").update(wanted).digest("hex").slice(0, 12)}`;
  return { folder: canReach(account, path.dirname(wanted)) ? wanted : path.join(refuge, "pg"), refuge };
};

const initialise = async (folder: string, account: Account, binaries: Binaries, passwordFile: string): Promise<void> => {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  fs.mkdirSync(folder, { mode: 0o700 });
  fs.writeFileSync(passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  own(folder, account);
  own(passwordFile, account);
  // The C locale: hosts differ in theirs, and an index must not depend on the host. People's names are sorted by ICU.
  const options = ["--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C", "--no-instructions"];
  await run(binaries.initdb, ["-D", folder, "-U", "uninest", ...options], account);
};

const prepare = async (wanted: string): Promise<Cluster> => {
  const account = unprivilegedAccount();
  const { folder, refuge } = settle(path.resolve(wanted), account);
  const binaries = await binariesFor(account, refuge);
  const passwordFile = `${folder}.password`;
  if (!fs.existsSync(path.join(folder, "PG_VERSION"))) await initialise(folder, account, binaries, passwordFile);
  // PostgreSQL insists on it, and archives and careless chmods lose it.
  fs.chmodSync(folder, 0o700);
  return { folder, account, binaries, password: fs.readFileSync(passwordFile, "utf8").trim() };
};

const urlOf = ({ password }: Cluster, port: number) => `postgres://uninest:${password}@127.0.0.1:${port}/postgres`;

/** A postmaster outlives a parent that was killed: its lock file names its process and port, so it can be taken over. */
const adopt = async (cluster: Cluster): Promise<EmbeddedPostgres | undefined> => {
  const lock = path.join(cluster.folder, "postmaster.pid");
  if (!fs.existsSync(lock)) return undefined;
  const [pid, , , port] = fs.readFileSync(lock, "utf8").split("\n").map(Number);
  if (!pid || !port || !isAlive(pid)) return undefined;
  const url = urlOf(cluster, port);
  // After a reboot the number may be somebody else's: only one that takes our password is ours.
  if (await answers(url)) return { url, stop: () => endProcess(pid) };
  throw new Error(
    `${lock} names process ${pid}, which is alive and not this database. If it is something else, delete that file.`,
  );
};

/** True once the database at `url` takes connections; false when it has not for a while. */
const answers = async (url: string): Promise<boolean> => {
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const client = postgres(url, { max: 1, connect_timeout: 2 });
    const isUp = await client`select 1`.then(
      () => true,
      () => false,
    );
    await client.end({ timeout: 1 });
    if (isUp) return true;
    await delay(attempt * 300);
  }
  return false;
};

const endProcess = async (pid: number): Promise<void> => {
  process.kill(pid, "SIGINT");
  while (isAlive(pid)) await delay(50);
};

const spawnServer = ({ folder, account, binaries }: Cluster, port: number): ChildProcess => {
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", `max_connections=${MAX_CONNECTIONS}`];
  const options = settings.flatMap((setting) => ["-c", setting]);
  // Detached: Ctrl+C reaches the whole foreground group, and the database must outlive the server's own farewell.
  return spawn(binaries.postgres, ["-D", folder, "-p", String(port), ...options], {
    ...account,
    cwd: "/",
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
};

/** Resolves to what the server said when it could not start, or to nothing once it takes connections. */
const readiness = (child: ChildProcess) =>
  new Promise<string | undefined>((resolve) => {
    let log = "";
    child.stderr?.on("data", (chunk) => {
      log = (log + chunk).slice(-4_000);
      if (log.includes("ready to accept connections")) resolve(undefined);
    });
    child.once("error", (error) => resolve(error.message));
    child.once("close", () => resolve(log));
  });

type Launched = EmbeddedPostgres & { child: ChildProcess; port: number };

const launch = async (cluster: Cluster, wantedPort: number | undefined): Promise<Launched> => {
  let complaint = "";
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const port = wantedPort ?? (await freePort());
    const child = spawnServer(cluster, port);
    const failure = await readiness(child);
    if (failure === undefined) return { url: urlOf(cluster, port), stop: () => endChild(child), child, port };
    complaint = failure;
    // Just after a killed postmaster its old backends still hold the shared memory for a moment.
    await delay(attempt * 300);
  }
  throw new Error(`The embedded PostgreSQL did not start: ${complaint}`);
};

const REVIVE_MS = 1_000;

/** Starts it again where it was, whatever it died of, until it is stopped. */
const keepAlive = async (cluster: Cluster, wantedPort: number | undefined): Promise<EmbeddedPostgres> => {
  let isStopped = false;
  let running = await launch(cluster, wantedPort);
  const revive = async (): Promise<void> => {
    while (!isStopped) {
      try {
        running = await launch(cluster, running.port);
        if (!isStopped) return watch();
      } catch {
        await delay(REVIVE_MS, undefined, { ref: false });
      }
    }
    await running.stop();
  };
  const watch = (): void => {
    running.child.once("close", () => {
      if (!isStopped) void revive();
    });
  };
  watch();
  const stop = async (): Promise<void> => {
    isStopped = true;
    await running.stop();
  };
  return { url: running.url, stop };
};

const endChild = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("close", () => resolve());
    child.kill("SIGINT");
  });

/**
 * Starts (or takes over) a PostgreSQL of one's own in `folder`, from the binaries that npm installed.
 * It listens on 127.0.0.1 only, with a random password kept beside the folder; on a free port unless one is named. With `revives`
 * it is started again when it dies of anything but `stop`.
 */
export const startEmbeddedPostgres = async (
  folder: string,
  { port, revives = false }: { port?: number; revives?: boolean } = {},
): Promise<EmbeddedPostgres> => {
  const cluster = await prepare(folder);
  return (await adopt(cluster)) ?? (revives ? keepAlive(cluster, port) : launch(cluster, port));
};

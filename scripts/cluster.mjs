import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { assertNode, ensureBuilt, ensureInstalled, root } from "./steps.mjs";

/**
 * `npm run cluster`: several nodes over one PostgreSQL and one Redis, behind nginx, on this machine. A node that is killed is started
 * again; Ctrl+C ends all. `-- --nodes 5`; DEMO=1 puts people in. Redis and nginx are the machine's (apt-get install redis-server nginx).
 */

const POLL_MS = 250;
const AGAIN_MS = 1_000;

const { values } = parseArgs({ options: { nodes: { type: "string", default: "3" } } });
const count = Number(values.nodes);
const port = Number(process.env.PORT || 3000);
const portOf = (number) => port + number;
const redisPort = port + 100;

const assertThere = (program, flag) => {
  if (!spawnSync(program, [flag]).error) return;
  process.stderr.write(`There is no ${program} here. On Debian: apt-get install redis-server nginx\n`);
  process.exit(1);
};

assertNode();
assertThere("redis-server", "--version");
assertThere("nginx", "-v");
ensureInstalled();
await ensureBuilt();

const say = (line) => process.stdout.write(`${line}\n`);
const children = new Set();
let isStopping = false;

const start = (program, args, options = {}) => {
  const child = spawn(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
};

const isUp = async (at) => {
  try {
    return (await fetch(`http://127.0.0.1:${at}/api/health`)).ok;
  } catch {
    // Not listening yet.
    return false;
  }
};
const whenUp = async (at) => {
  while (!(await isUp(at))) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
};

const publicUrl = process.env.PUBLIC_URL || `http://localhost:${port}`;
const settings = {
  ...process.env,
  NODE_ENV: "production",
  LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  PUBLIC_URL: publicUrl,
  REDIS_URL: process.env.REDIS_URL || `redis://127.0.0.1:${redisPort}`,
  HOST: "127.0.0.1",
  TRUSTED_PROXIES: "1",
};

const startNode = (number) => {
  const env = { ...settings, PORT: String(portOf(number)) };
  const node = start(process.execPath, ["--enable-source-maps", "dist/server.mjs"], { env });
  say(`  node ${number} is process ${node.pid}, at port ${portOf(number)}`);
  node.once("exit", (code, signal) => {
    if (isStopping) return;
    say(`  node ${number} ended by ${signal ?? code}, and is started again`);
    setTimeout(() => !isStopping && startNode(number), AGAIN_MS);
  });
};

/** The configuration of a real house, but for where things are. */
const configureNginx = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-nginx-"));
  fs.chmodSync(folder, 0o755);
  fs.copyFileSync(path.join(root, "deploy/nginx/nginx.conf"), path.join(folder, "nginx.conf"));
  const servers = Array.from({ length: count }, (_, index) => `server 127.0.0.1:${portOf(index + 1)} max_fails=0;`);
  fs.writeFileSync(
    path.join(folder, "nodes.conf"),
    `upstream uninest { hash $remote_addr consistent; ${servers.join(" ")} keepalive 64; }\n`,
  );
  fs.writeFileSync(path.join(folder, "listen.conf"), `listen ${port};\nlisten [::]:${port};\n`);
  return folder;
};

const redis = process.env.REDIS_URL
  ? undefined
  : start("redis-server", ["--port", String(redisPort), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"], {
      stdio: "ignore",
    });

// One after the other: the first brings the database up to date, and the demo's people into it.
for (let number = 1; number <= count; number += 1) {
  startNode(number);
  await whenUp(portOf(number));
}

const folder = configureNginx();
const nginx = start("nginx", [
  "-p",
  folder,
  "-c",
  path.join(folder, "nginx.conf"),
  "-g",
  `daemon off; pid ${folder}/nginx.pid; error_log stderr warn;`,
]);
await whenUp(port);

/** Nodes first, so that they say goodbye to their people through what stands before and behind them. */
const stop = async () => {
  if (isStopping) return;
  isStopping = true;
  const ended = (child) => new Promise((resolve) => child.once("exit", resolve));
  const nodes = [...children].filter((child) => child !== redis && child !== nginx);
  const farewells = nodes.map(ended);
  for (const node of nodes) node.kill("SIGTERM");
  await Promise.all(farewells);
  nginx.kill("SIGQUIT");
  redis?.kill("SIGTERM");
  fs.rmSync(folder, { recursive: true, force: true });
};
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void stop());
nginx.once("exit", () => void stop());

say(`
  UniNest runs at ${publicUrl}, on ${count} nodes. Everybody from one address is at one node: 127.0.0.1 and 127.0.0.2 may be at two.
  Kill a node by its process (kill -9) and see its people move. Ctrl+C ends all.
`);

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

/** What every command of the project starts from: the packages are there, the build is there. Plain Node, since nothing else may be. */

const MIN_NODE = [20, 19];
const INSTALL_STAMP = "node_modules/.uninest-install";
const BUILD_STAMP = ".next/uninest-build";
export const BUILD_INPUTS = [
  "app",
  "components",
  "drizzle",
  "lib",
  "public",
  "scripts/mended-postgres.mjs",
  "scripts/migrate.ts",
  "scripts/verify-audit.ts",
  "server.ts",
  "next.config.mjs",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

/** What is bundled into `dist`, by its name there. */
export const PROGRAMS = {
  server: "server.ts",
  migrate: "scripts/migrate.ts",
  "verify-audit": "scripts/verify-audit.ts",
  "picture-child": "lib/infra/pictures/picture-child.ts",
};

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..");

const say = (message) => process.stdout.write(`\n> ${message}\n`);

const isOldNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1]);
};

/** Ends with a clear word on a Node that cannot run the project. */
export const assertNode = () => {
  if (!isOldNode()) return;
  process.stderr.write(`UniNest needs Node ${MIN_NODE.join(".")} or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
};

const inProject = (env) => ({
  cwd: root,
  shell: process.platform === "win32",
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
});

/** Runs a command in the project's folder with its output shown; ends this process with its status when it fails. */
export const run = (command, args, env = {}) => {
  const { status, error } = spawnSync(command, args, { ...inProject(env), stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
};

/**
 * Runs a command beside what else runs, and resolves to its status. `isKept`: its output is shown as a whole once it has ended.
 * `isPatient`: it gets only what the others leave of the processor.
 */
export const runBeside = (command, args, { env = {}, isKept = false, isPatient = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...inProject(env), stdio: isKept ? ["ignore", "pipe", "pipe"] : "inherit" });
    if (isPatient && child.pid) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => said.push(part));
    child.once("error", reject);
    child.once("close", (status) => {
      process.stdout.write(Buffer.concat(said));
      resolve(status ?? 1);
    });
  });

const stampIs = (file, value) => {
  const stamp = path.join(root, file);
  return fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === value;
};

const hashFiles = (files) => {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(file)
      .update("\0")
      .update(fs.readFileSync(path.join(root, file)));
  return hash.digest("hex");
};

const filesBelow = (entry) => {
  const full = path.join(root, entry);
  if (!fs.existsSync(full)) return [];
  if (fs.statSync(full).isFile()) return [entry];
  const names = fs.readdirSync(full, { recursive: true }).map(String);
  return names.map((name) => path.join(entry, name)).filter((name) => fs.statSync(path.join(root, name)).isFile());
};

/** Installs exactly what the lock file says, unless that is there already. */
export const ensureInstalled = () => {
  const wanted = hashFiles(["package-lock.json"]);
  if (stampIs(INSTALL_STAMP, wanted)) return;
  say("Installing packages (once)");
  // Browsers come from the package or the system, never from an install script.
  run("npm", ["ci", "--no-audit", "--no-fund"], { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" });
  fs.writeFileSync(path.join(root, INSTALL_STAMP), wanted);
};

const sourceHash = () =>
  hashFiles(
    BUILD_INPUTS.flatMap(filesBelow)
      .filter((file) => !file.includes(".test."))
      .sort(),
  );

const bundleServer = async () => {
  const { build: bundle } = await import("esbuild");
  const { mendedPostgres } = await import("./mended-postgres.mjs");
  await bundle({
    absWorkingDir: root,
    entryPoints: Object.entries(PROGRAMS).map(([out, file]) => ({ in: file, out })),
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    plugins: [mendedPostgres],
    sourcemap: true,
    logLevel: "warning",
  });
};

/** Brotli at its slowest is a seventh smaller than what a server has time for, and these files never change. */
const compressStatic = () => {
  const folder = path.join(root, ".next/static");
  const files = fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => /\.(js|css)$/.test(file));
  for (const file of files) {
    const source = fs.readFileSync(path.join(folder, file));
    fs.writeFileSync(path.join(folder, `${file}.br`), brotliCompressSync(source));
  }
};

/** Builds pages and server, whatever is there. */
export const build = async () => {
  // Types of routes that are gone would fail the check of those that are there.
  fs.rmSync(path.join(root, ".next"), { recursive: true, force: true });
  run(process.execPath, ["node_modules/next/dist/bin/next", "build"]);
  compressStatic();
  await bundleServer();
  fs.writeFileSync(path.join(root, BUILD_STAMP), sourceHash());
};

/** Builds unless nothing has changed since the last build. */
export const ensureBuilt = async () => {
  if (fs.existsSync(path.join(root, "dist/server.mjs")) && stampIs(BUILD_STAMP, sourceHash())) return;
  say("Building");
  await build();
};

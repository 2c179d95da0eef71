import { spawn } from "node:child_process";
import { assertNode, ensureBuilt, ensureInstalled, root } from "./steps.mjs";

/** `npm run demo`: the product with demo data on the embedded database, from nothing. */

const POLL_MS = 250;

assertNode();
ensureInstalled();
await ensureBuilt();

const port = process.env.PORT || "3000";
const url = process.env.PUBLIC_URL || `http://localhost:${port}`;
const env = { ...process.env, NODE_ENV: "production", DEMO: "1", PORT: port, LOG_LEVEL: process.env.LOG_LEVEL || "warn" };
const server = spawn(process.execPath, ["--enable-source-maps", "dist/server.mjs"], { cwd: root, stdio: "inherit", env });
server.once("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));

const isUp = async () => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health`)).ok;
  } catch {
    // Not listening yet.
    return false;
  }
};
while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, POLL_MS));

const password = process.env.DEMO_PASSWORD || "uninest-demo";
process.stdout.write(`
  UniNest runs at ${url}

  Sign in as        with the password ${password}
  a student         student1@uninest.test … student20@uninest.test
  a landlord        landlord1@uninest.test … landlord5@uninest.test
  an admin          admin@uninest.test

  Open it in two windows as a student and a landlord and let them talk. Ctrl+C ends it.

`);

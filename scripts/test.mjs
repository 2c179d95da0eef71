import { assertNode, ensureBuilt, ensureInstalled, run } from "./steps.mjs";

/** `npm test`: everything that says whether UniNest works, from nothing. What is missing fails; nothing is skipped. */

const bin = (name) => `node_modules/${name}`;

assertNode();
ensureInstalled();
const { findChromium } = await import("./find-chromium.mjs");
let chromium;
try {
  chromium = await findChromium();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
process.stdout.write(`Browser tests will drive ${chromium}\n`);

run("npm", ["run", "--silent", "check"]);
await ensureBuilt();
run(process.execPath, [bin("vitest/vitest.mjs"), "run", "--project", "integration"]);
run(process.execPath, [bin("vitest/vitest.mjs"), "run", "--project", "faults"]);
run(process.execPath, [bin("@playwright/test/cli.js"), "test"], { CHROMIUM_PATH: chromium });

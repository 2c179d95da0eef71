import { assertNode, ensureBuilt, ensureInstalled, run } from "./steps.mjs";

/**
 * `npm test`: whether UniNest works, from nothing. What is missing fails; nothing is skipped. `npm run test:long` is the rest of
 * it (`e2e/long-form.ts`): more of the same, planted mistakes, every page in two looks.
 */

const bin = (name) => `node_modules/${name}`;
const isLong = process.argv.includes("--long");
const env = { LONG: isLong ? "1" : "" };

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

if (!isLong) run("npm", ["run", "--silent", "check"]);
await ensureBuilt();
run(process.execPath, [bin("vitest/vitest.mjs"), "run", "--project", "integration"], env);
run(process.execPath, [bin("vitest/vitest.mjs"), "run", "--project", "faults"], env);
run(process.execPath, [bin("@playwright/test/cli.js"), "test"], { ...env, CHROMIUM_PATH: chromium });

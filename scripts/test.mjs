import { assertNode, ensureBuilt, ensureInstalled, run, runBeside } from "./steps.mjs";

/**
 * `npm test`: whether UniNest works, from nothing. What is missing fails; nothing is skipped. `npm run test:long` is the rest of
 * it (`e2e/long-form.ts`): at random and at length, planted mistakes, every page in two looks.
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

const vitest = (project) => [bin("vitest/vitest.mjs"), "run", "--project", project];
const check = () => runBeside("npm", ["run", "--silent", "check"], { isKept: true, isPatient: true });
const faults = () => runBeside(process.execPath, vitest("faults"), { env, isKept: true });

await ensureBuilt();
// The wire waits for limits and deadlines nearly half of its time: what needs the processor is done beside it. In the long form both need
// it, and on a slow machine each would run out of its time beside the other.
const wire = () => runBeside(process.execPath, vitest("integration"), { env });
const checkThenFaults = async () => [await check(), await faults()];
const besideEachOther = async () => {
  const beside = checkThenFaults();
  return [await wire(), ...(await beside)];
};
const statuses = isLong ? [await wire(), 0, await faults()] : await besideEachOther();
if (statuses.some((status) => status !== 0)) {
  process.stdout.write(`\nNot green: ${["wire", "check", "faults"].filter((_, at) => statuses[at] !== 0).join(", ")}\n`);
  process.exit(1);
}
run(process.execPath, [bin("@playwright/test/cli.js"), "test"], { ...env, CHROMIUM_PATH: chromium });

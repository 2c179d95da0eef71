import { spawnSync } from "node:child_process";
import fs from "node:fs";

/** Which Chromium the browser tests drive. First the one that is asked for, then the system's, Playwright's, the package's. */

/** The one without a window first: it starts in half the time. */
const SYSTEM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const playwrightsOwn = async () => {
  const { chromium } = await import("playwright");
  return chromium.executablePath();
};

/** An npm package with a Chromium for Linux in it; it unpacks below the system's temporary folder. */
const packaged = async () => {
  if (process.platform !== "linux") return undefined;
  const { default: chromium } = await import("@sparticuz/chromium");
  return chromium.executablePath();
};

/** A browser that is there may still lack a library of the system: only one that tells its version counts. */
const starts = (file) => {
  if (!fs.existsSync(file)) return false;
  return spawnSync(file, ["--version", "--no-sandbox"], { timeout: 20_000 }).status === 0;
};

const candidates = [async () => process.env.CHROMIUM_PATH, ...SYSTEM.map((file) => async () => file), playwrightsOwn, packaged];

const HELP = `No Chromium can be started, and the browser tests need one. Any of these helps:
  - Debian or Ubuntu: sudo apt-get install chromium
  - macOS or Windows: npx playwright install chromium
  - elsewhere: set CHROMIUM_PATH to a Chromium or Chrome
`;

/**
 * Resolves to the path of a Chromium that starts.
 * @returns {Promise<string>}
 * @throws {Error} that says how to get one
 */
export const findChromium = async () => {
  if (process.env.CHROMIUM_PATH && !starts(process.env.CHROMIUM_PATH)) {
    throw new Error(`CHROMIUM_PATH is set to ${process.env.CHROMIUM_PATH}, which does not start.`);
  }
  for (const candidate of candidates) {
    const file = await candidate().catch(() => undefined);
    if (file && starts(file)) return file;
  }
  throw new Error(HELP);
};

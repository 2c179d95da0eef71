import { defineConfig } from "@playwright/test";
import { areSeveral } from "./e2e/harness/nodes.ts";
import { isLong, longForm } from "./e2e/long-form.ts";
import { findChromium } from "./scripts/find-chromium.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  // A microphone that plays a tone, and that nobody has to allow.
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
];

/** What there is to tell of several nodes alone: `NODES=3 npx playwright test stories/several-nodes`. */
const ofSeveral = areSeveral ? [] : ["**/several-nodes.spec.ts"];

/** Whoever names a story means it, whichever form it belongs to. */
const isNamed = process.argv.some((argument) => argument.includes("stories/"));

export default defineConfig({
  testDir: "e2e/stories",
  ...(isLong ? { testMatch: longForm.stories } : { testIgnore: isNamed ? ofSeveral : [...longForm.stories, ...ofSeveral] }),
  outputDir: "test-results",
  globalSetup: "./e2e/harness/browser-setup.ts",
  // Each has a server of its own, and the machines this runs on have two cores.
  workers: 2,
  // A test that passes the second time has found something: look for it.
  retries: 0,
  forbidOnly: true,
  // Patience, not promises: what has to be quick says so itself.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    screenshot: "only-on-failure",
    // Recording every step costs a fifth of the whole run: `--trace on` when a picture does not tell enough.
    trace: "off",
    launchOptions: { executablePath: await findChromium(), args: FLAGS },
  },
});

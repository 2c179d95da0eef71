import { assertNode, ensureBuilt, ensureInstalled, run } from "./steps.mjs";

/** `npm run explore [-- times]`: the models and laws with as many cases that nobody has tried; what fails names its seed. */

const MODELS = [
  "lib/client/outbox.model",
  "lib/client/offline-changes.law",
  "lib/client/uploads.model",
  "e2e/wire/law",
  "e2e/wire/unread.test",
  "e2e/wire/interleavings",
  "e2e/faults/model",
];
const times = process.argv[2] ?? "200";

assertNode();
ensureInstalled();
await ensureBuilt();
run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...MODELS], { MODEL_RUNS: times });

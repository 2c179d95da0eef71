import { assertNode, ensureBuilt, ensureInstalled, run } from "./steps.mjs";

/** `npm run explore [-- times]`: the models and laws with as many cases that nobody has tried; what fails names its seed. */

const MODELS = {
  "unit-client": ["lib/client/outbox.model", "lib/client/offline-changes.law", "lib/client/uploads.model"],
  integration: ["e2e/wire/law", "e2e/wire/unread.test", "e2e/wire/interleavings"],
  faults: ["e2e/faults/model"],
};
const times = process.argv[2] ?? "200";

assertNode();
ensureInstalled();
await ensureBuilt();
for (const [project, files] of Object.entries(MODELS))
  run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...files], { MODEL_RUNS: times });

import { defineConfig } from "vitest/config";
import { isLong, longForm } from "./e2e/long-form.ts";

/** Whoever names a test by its folder means it, whichever form it belongs to. */
const isNamed = process.argv.slice(2).some((argument) => argument.startsWith("e2e/"));

/** How long a test waits for what may come late on a machine with much else to do. What has to be quick says so itself. */
const PATIENCE_MS = 60_000;

const WITH_STORAGE = "lib/client/**/*.test.ts";

/** Tests of code that lies beside them. */
const unit = (name: string, files: { include: string[]; exclude?: string[]; isolate?: boolean }) => ({
  extends: true as const,
  test: { name, ...files, testTimeout: PATIENCE_MS },
});

export default defineConfig({
  test: {
    expect: { poll: { timeout: 10_000 } },
    setupFiles: ["./e2e/harness/steady-cases.ts"],
    projects: [
      unit("unit", {
        include: ["{lib,components,drizzle,scripts,bench}/**/*.test.ts", "e2e/faults/{bugs,checker,proxy}/**/*.test.ts"],
        exclude: [WITH_STORAGE],
        // A process for each of a hundred and thirty files costs twice what is in them; they keep nothing between them.
        isolate: false,
      }),
      // These have a browser's storage, which all files of a process would share.
      unit("unit-client", { include: [WITH_STORAGE] }),
      {
        extends: true,
        test: {
          name: "integration",
          include: isLong ? longForm.wire : ["e2e/wire/**/*.test.ts"],
          exclude: isLong || isNamed ? [] : longForm.wire,
          globalSetup: ["e2e/harness/global-setup.ts"],
          // The machines this runs on have two cores; files wait for limits and deadlines a third of their time.
          maxWorkers: 3,
          // Tests that wait for a limit of a minute wait for it together.
          maxConcurrency: 40,
          testTimeout: PATIENCE_MS,
          hookTimeout: 3 * PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          // Several nodes over a Redis, which no package brings: `npm run test:cluster`.
          name: "cluster",
          include: ["e2e/cluster/*.test.ts"],
          maxWorkers: 1,
          globalSetup: ["e2e/faults/faults-setup.ts"],
          testTimeout: PATIENCE_MS,
          hookTimeout: 3 * PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: isLong ? longForm.faults : ["e2e/faults/*.test.ts"],
          exclude: isLong || isNamed ? [] : longForm.faults,
          globalSetup: ["e2e/faults/faults-setup.ts"],
          maxWorkers: 2,
          // Each has a server of its own, and they share one PostgreSQL.
          maxConcurrency: 2,
          testTimeout: PATIENCE_MS,
          hookTimeout: 3 * PATIENCE_MS,
        },
      },
    ],
  },
});

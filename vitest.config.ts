import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: "unit", include: ["{lib,components,drizzle,scripts}/**/*.test.ts"], exclude: ["**/*.integration.test.ts"] },
      },
      {
        test: {
          name: "integration",
          include: ["{lib,e2e}/**/*.integration.test.ts"],
          globalSetup: ["lib/testing/global-setup.ts"],
          // The machines this runs on have two cores, and every file talks to one server.
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { createEmptyDatabase, startTestPostgres } from "./database.ts";
import { provideNodes, startNodes } from "./nodes.ts";
import { SITE } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    baseUrl: string;
    databaseUrl: string;
    /** Of the PostgreSQL, for tests that want a database of their own. */
    postgresUrl: string;
  }
}

/** One PostgreSQL and one server, the built one, for all integration tests: they keep apart by their people. `NODES` makes it several. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  if (!fs.existsSync("dist/server.mjs")) throw new Error("There is no build to test. Run: npm run build");
  const database = await startTestPostgres();
  const databaseUrl = await createEmptyDatabase(database.url, "uninest_integration");
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-data-"));
  // Limits are raised: what is tested with them here is everything else.
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, RATE_LIMIT_FACTOR: "1000", PREVIEW_LOOPBACK: SITE };
  const nodes = await startNodes(env).catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
  provideNodes(nodes.servers);
  project.provide("baseUrl", nodes.servers[0]?.baseUrl ?? "");
  project.provide("databaseUrl", databaseUrl);
  project.provide("postgresUrl", database.url);
  return async () => {
    await nodes.stop();
    await database.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
};

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createEmptyDatabase, startTestPostgres } from "./database.ts";
import { startServer } from "./server.ts";

/** The built server with the demo's people for all stories. Resolves to what ends it. */
export default async (): Promise<() => Promise<void>> => {
  const database = await startTestPostgres();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-data-"));
  const env = {
    DATABASE_URL: await createEmptyDatabase(database.url, "uninest_stories"),
    DATA_DIR: dataDir,
    DEMO: "1",
    RATE_LIMIT_FACTOR: "100",
  };
  const server = await startServer({ env, name: "stories" });
  process.env.BASE_URL = server.baseUrl;
  process.env.STORIES_DATABASE_URL = env.DATABASE_URL;
  process.env.POSTGRES_URL = database.url;
  process.env.SERVER_PID = String(server.process.pid);
  return async () => {
    await server.stop();
    await database.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
};

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createEmptyDatabase, startTestPostgres } from "../harness/database.ts";

/** What all runs share: one PostgreSQL and one database, in which they keep apart by their people. */
export type Setting = { postgresUrl: string; databaseUrl: string; dataDir: string };

/** Resolves to the setting and to what ends it. */
export const openSetting = async (): Promise<Setting & { close: () => Promise<void> }> => {
  if (!fs.existsSync("dist/server.mjs")) throw new Error("There is no build to test. Run: npm run build");
  const { url: postgresUrl, stop } = await startTestPostgres();
  const databaseUrl = await createEmptyDatabase(postgresUrl, "uninest_faults");
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-data-"));
  return {
    postgresUrl,
    databaseUrl,
    dataDir,
    close: async () => {
      await stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

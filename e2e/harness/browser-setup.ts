import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { FullConfig } from "@playwright/test";
import { createEmptyDatabase, startTestPostgres } from "./database.ts";
import { startHouse } from "./house.ts";
import { SITE } from "./site.ts";
import { provideStoryServers } from "./story-server.ts";

const startWithDemo = async (postgresUrl: string, number: number) => {
  const databaseUrl = await createEmptyDatabase(postgresUrl, `uninest_stories_${number}`);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-data-"));
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: "1", RATE_LIMIT_FACTOR: "100", PREVIEW_LOOPBACK: SITE };
  const { baseUrl, nodes, places, stop } = await startHouse(`stories-${number}`, env);
  const end = async (): Promise<void> => {
    await stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  return { baseUrl, nodes, places, databaseUrl, end };
};

/** The built server with the demo's people, one for each worker; `NODES` makes it several. Resolves to what ends them. */
export default async ({ workers }: FullConfig): Promise<() => Promise<void>> => {
  const database = await startTestPostgres();
  const numbers = Array.from({ length: workers }, (_, index) => index);
  const servers = await Promise.all(numbers.map((number) => startWithDemo(database.url, number)));
  provideStoryServers(servers.map(({ end: _, ...server }) => server));
  process.env.POSTGRES_URL = database.url;
  return async () => {
    await Promise.all(servers.map(({ end }) => end()));
    await database.stop();
  };
};

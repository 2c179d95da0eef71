import { inject, onTestFinished } from "vitest";
import { createEmptyDatabase } from "./database.ts";
import { type RunningServer, startServer } from "./server.ts";

type Options = { env?: Record<string, string>; command?: string[] };

/** A secret that tests can sign with. */
export const OWN_SECRET = "the secret of a server of one's own";

/** How long a test with a server of its own may take on a busy machine. */
export const OWN_SERVER_MS = 180_000;

/** A server with a database for one test alone, which ends with the test at the latest. */
export const startOwnServer = async (
  name: string,
  { env = {}, command }: Options = {},
): Promise<RunningServer & { databaseUrl: string }> => {
  const databaseUrl = await createEmptyDatabase(inject("postgresUrl"), `uninest_${name.replaceAll("-", "_")}`);
  const server = await startServer({
    name,
    env: { DATABASE_URL: databaseUrl, AUTH_SECRET: OWN_SECRET, ...env },
    ...(command ? { command } : {}),
  });
  onTestFinished(async () => {
    await server.stop();
  });
  return { ...server, databaseUrl };
};

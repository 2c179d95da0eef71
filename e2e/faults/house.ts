import { freePort } from "#lib/db/embedded/free-port.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { ARM } from "./bugs/kill-points.ts";
import type { Setting } from "./setting.ts";

const SECRET = "the secret of the servers that things happen to";

type Options = {
  name: string;
  /** The bundle to run; absent: the built one. */
  bundle?: string;
  env?: Record<string, string>;
  /** What Node is told before the bundle. */
  node?: string[];
};

/** A server that comes back on its port, as under a supervisor. Its logs go to `.test/<name>-<n>.log`. */
export const openHouse = async (
  { databaseUrl, dataDir }: Setting,
  { name, bundle = "dist/server.mjs", env = {}, node = [] }: Options,
) => {
  const port = await freePort();
  const logs: string[] = [];
  let server: RunningServer | undefined;

  /** From now on the process dies at the point that it was started with. */
  const arm = (): void => {
    server?.process.kill(ARM);
  };

  const start = async (more: Record<string, string> = {}, { isArmed = true } = {}): Promise<RunningServer> => {
    const log = `${name}-${logs.length + 1}`;
    logs.push(log);
    server = await startServer({
      name: log,
      port,
      command: ["--enable-source-maps", ...node, bundle],
      env: {
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        AUTH_SECRET: SECRET,
        RATE_LIMIT_FACTOR: "100000",
        DATABASE_POOL: "4",
        ...env,
        ...more,
      },
    });
    if (more.KILL_AT !== undefined && isArmed) arm();
    return server;
  };
  await start();

  return {
    baseUrl: `http://localhost:${port}`,
    port,
    /** The names of its logs. */
    logs,
    start,
    arm,
    process: () => {
      if (!server) throw new Error("no server");
      return server.process;
    },
    /** Resolves to the exit code. */
    stop: async (): Promise<number | null> => (await server?.stop()) ?? null,
  };
};
export type House = Awaited<ReturnType<typeof openHouse>>;

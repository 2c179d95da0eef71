import { freePort } from "#lib/db/embedded/free-port.ts";
import { nodesWanted } from "../harness/nodes.ts";
import { startRedis } from "../harness/redis.ts";
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
  /** For what is about one process, or has a Redis of its own: no neighbours, whatever `NODES` says. */
  isAlone?: boolean;
};

type Node = Required<Pick<Options, "name" | "bundle" | "env" | "node">>;

/** A server that comes back on its port, as under a supervisor. Its logs go to `.test/<name>-<n>.log`. */
const openNode = async ({ databaseUrl, dataDir }: Setting, { name, bundle, env, node }: Node) => {
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

/**
 * The server that things happen to; where `NODES` says so, one of several over one Redis, whose neighbours nothing happens to: people are
 * at one after the other, and those who lose theirs go on at the next.
 */
export const openHouse = async (setting: Setting, options: Options) => {
  const { name, bundle = "dist/server.mjs", env = {}, node = [], isAlone = false } = options;
  const count = isAlone ? 1 : nodesWanted;
  const redis = count > 1 ? await startRedis() : undefined;
  const shared = { bundle, node, env: { ...env, ...(redis ? { REDIS_URL: redis.url } : {}) } };
  const own = await openNode(setting, { ...shared, name });
  const neighbours: (typeof own)[] = [];
  for (let number = 2; number <= count; number += 1)
    neighbours.push(await openNode(setting, { ...shared, name: `${name}-node-${number}` }));
  const all = [own, ...neighbours];
  let turn = -1;
  const next = () => {
    turn += 1;
    return all[turn % all.length] ?? own;
  };

  return {
    ...own,
    /** What a crowd has to know of it. */
    where: { baseUrl: own.baseUrl, url: (): string => next().baseUrl, nodes: count },
    /** Where the next proxy leads. */
    nextPort: (): number => next().port,
    /** The names of all logs, its neighbours' too. */
    allLogs: (): string[] => all.flatMap(({ logs }) => logs),
    /** Stops all of it for good. @throws {Error} where one has ended to which nothing happened, or ended badly */
    close: async (): Promise<void> => {
      const [, ...codes] = await Promise.all(all.map((one) => one.stop()));
      await redis?.stop();
      if (codes.some((code) => code !== 0)) throw new Error(`the neighbours of ${name} ended with ${codes.join(", ")}`);
    },
  };
};
export type House = Awaited<ReturnType<typeof openHouse>>;

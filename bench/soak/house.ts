import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { migrate } from "#lib/db/migrate.ts";
import { createEmptyDatabase, startTestPostgres } from "../../e2e/harness/database.ts";
import { createHome } from "../../e2e/harness/homes.ts";
import { INSPECTED, type Inspector, openInspector } from "../../e2e/harness/inspector.ts";
import { startServer } from "../../e2e/harness/server.ts";
import { idOf, PERSON } from "../data/ids.ts";
import { fillPeople } from "../data/people.ts";
import { backendsOf, footprintOf } from "./footprint.ts";
import { ADMIN, LANDLORD, type Setting } from "./world.ts";

const SECRET = "what a long soak signs its tokens with";
const PAIRS = 10_000;
const ROOMS = 3;

/** The built program with a debugger in it, on a database of its own, with people and a home in it. */
export const openHouse = async (bundle: string) => {
  const { url: postgresUrl, stop: stopPostgres } = await startTestPostgres();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-soak-"));
  const ends: (() => Promise<unknown>)[] = [stopPostgres, async () => fs.rmSync(dataDir, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const end of ends) await end();
  };
  try {
    const databaseUrl = await createEmptyDatabase(postgresUrl, "soak");
    await migrate({ url: databaseUrl, folder: "drizzle" });
    const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
    ends.unshift(() => sql.end());
    await fillPeople(sql, PAIRS);
    await sql`update users set role = 'admin' where id = ${idOf(PERSON, ADMIN)}`;
    await sql`update users set role = 'landlord' where id = ${idOf(PERSON, LANDLORD)}`;
    const home = await createHome(databaseUrl, idOf(PERSON, LANDLORD), { rooms: ROOMS });
    const name = `soak-${process.pid}`;
    const server = await startServer({
      name,
      env: { DATABASE_URL: databaseUrl, AUTH_SECRET: SECRET, RATE_LIMIT_FACTOR: "1000", DATA_DIR: dataDir },
      command: ["--enable-source-maps", ...INSPECTED, bundle],
    });
    ends.unshift(server.stop);
    const setting: Pick<Setting, "url" | "secret" | "home"> = { url: server.baseUrl, secret: SECRET, home };

    const inspected = async <Answer>(look: (inspector: Inspector) => Promise<Answer>): Promise<Answer> => {
      const inspector = await openInspector(name);
      // A server does not end before its debugger has left.
      return look(inspector).finally(inspector.close);
    };

    return {
      setting,
      process: server.process,
      footprint: async () => {
        const footprint = await inspected(footprintOf);
        const backends = await sql<{ pid: number }[]>`select pid from pg_stat_activity
          where datname = 'soak' and pid <> pg_backend_pid()`;
        return { ...footprint, ...backendsOf(backends.map(({ pid }) => pid)) };
      },
      /** The whole heap in a file, to be compared with a later one; while it is written the server does nothing else. */
      writeHeap: (file: string): Promise<void> =>
        inspected(async ({ collect, evaluate }) => {
          await collect();
          await evaluate(`process.getBuiltinModule("v8").writeHeapSnapshot(${JSON.stringify(path.resolve(file))})`);
        }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

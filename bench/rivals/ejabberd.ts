import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Sql } from "postgres";
import { freePort } from "#lib/db/embedded/free-port.ts";

/**
 * ejabberd as Debian packs it, in a folder of its own, with its archive of messages (mod_mam) in the PostgreSQL that all have: what
 * a chat with a history needs and nothing else, so neither receipts nor offline messages nor acknowledgements to the sender.
 */

const CONTROL = "/usr/sbin/ejabberdctl";
const SCHEMA = "/usr/share/ejabberd/sql/pg.sql";
export const EJABBERD_PACKAGES = "ejabberd erlang-p1-pgsql";
const HOST = "localhost";
/** The device that everybody has. */
const RESOURCE = "bench";

export const hasEjabberd = (): boolean => fs.existsSync(CONTROL);

const nameOf = (n: number): string => `p${n}`;
/** Of the n-th person: who they are and, the same, what they sign in with. */
export const accountOf = nameOf;
export const addressOf = (n: number): string => `${nameOf(n)}@${HOST}/${RESOURCE}`;

const configOf = (port: number, database: URL): string => `
hosts: [${HOST}]
loglevel: error
listen:
  - { port: ${port}, ip: "127.0.0.1", module: ejabberd_c2s, access: all, shaper: none, max_stanza_size: 262144, max_fsm_queue: 1000000 }
auth_method: sql
auth_password_format: plain
default_db: sql
sql_type: pgsql
sql_server: "${database.hostname}"
sql_port: ${database.port}
sql_database: "${database.pathname.slice(1)}"
sql_username: "${database.username}"
sql_password: "${database.password}"
sql_pool_size: 10
sql_prepared_statements: true
max_fsm_queue: 1000000
modules:
  mod_mam: { default: always, assume_mam_usage: true, compress_xml: false, request_activates_archiving: false }
`;

/** A BEAM spins while it waits for work, which here takes the processor from PostgreSQL and from who makes the load. */
const NO_SPINNING = ["+sbwt", "none", "+sbwtdcpu", "none", "+sbwtdio", "none"];

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

/** Its own tables in an empty database, and so many people with an account. */
export const fillEjabberd = async (sql: Sql, people: number): Promise<void> => {
  await sql.unsafe(fs.readFileSync(SCHEMA, "utf8"));
  await sql`insert into users (username, password) select 'p' || n, 'p' || n from generate_series(1, ${people}) n`;
  await sql.unsafe("analyze users");
};

/** How many rows stand in its archive: two for each message, one for either side. */
export const archivedBy = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`select count(*)::int from archive`;
  return row?.count ?? 0;
};

/**
 * Starts it over that database, as a child of this process and under its user: without ejabberdctl, which changes to a user of its own,
 * and without a name in a network of nodes, so that no epmd comes with it. Its folder goes when it ends.
 */
export const startEjabberd = async (databaseUrl: string) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-ejabberd-"));
  const port = await freePort();
  const config = path.join(folder, "ejabberd.yml");
  const log = path.join(folder, "ejabberd.log");
  fs.writeFileSync(config, configOf(port, new URL(databaseUrl)));
  const libraries = /^ERL_LIBS='(.+)'$/m.exec(fs.readFileSync(CONTROL, "utf8"))?.[1] ?? "";
  // +Bd: Ctrl+C ends it, as it ends the bench.
  const machine = ["+K", "true", "+P", "250000", "+Bd", ...NO_SPINNING, "-noinput"];
  const child = spawn(
    "/usr/bin/erl",
    [...machine, "-mnesia", "dir", JSON.stringify(path.join(folder, "spool")), "-s", "ejabberd"],
    {
      cwd: folder,
      env: {
        ...process.env,
        HOME: folder,
        ERL_LIBS: libraries,
        ERL_CRASH_DUMP_BYTES: "0",
        EJABBERD_CONFIG_PATH: config,
        EJABBERD_LOG_PATH: log,
      },
      stdio: "ignore",
    },
  );
  let farewell: string | undefined;
  child.once("exit", () => {
    farewell = fs.existsSync(log) ? fs.readFileSync(log, "utf8").slice(-2_000) : "it has said nothing";
    fs.rmSync(folder, { recursive: true, force: true });
  });
  while (!(await answers(port))) {
    if (farewell !== undefined) throw new Error(`ejabberd has not started: ${farewell}`);
    await delay(100);
  }
  return { url: `xmpp://127.0.0.1:${port}`, process: child };
};

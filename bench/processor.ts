import fs from "node:fs";
import type { Sql } from "postgres";

/** Seconds that a process has had a processor for, its threads together, to the microsecond; on Linux alone. */
export const secondsOf = (pid: number): number =>
  fs
    .readdirSync(`/proc/${pid}/task`)
    .map((thread) => Number(fs.readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]) / 1e9)
    .reduce((sum, seconds) => sum + seconds, 0);

/** Starts to count what all processes of that PostgreSQL take and write. Resolves to what tells the seconds, and the bytes of WAL, since. */
export const watchPostgres = async (sql: Sql) => {
  const look = async () => {
    const [row] = await sql<{ pid: number; written: number }[]>`
      select pg_backend_pid() as pid, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as written`;
    if (!row) throw new Error("PostgreSQL does not answer");
    const postmaster = /PPid:\s+(\d+)/.exec(fs.readFileSync(`/proc/${row.pid}/status`, "utf8"))?.[1];
    const children = fs.readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8").split(" ").filter(Boolean);
    return { written: row.written, seconds: new Map(children.map((pid) => [pid, secondsOf(Number(pid))])) };
  };
  const before = await look();
  return async (): Promise<{ seconds: number; written: number }> => {
    const now = await look();
    const taken = [...now.seconds].map(([pid, seconds]) => seconds - (before.seconds.get(pid) ?? 0));
    return { seconds: taken.reduce((sum, seconds) => sum + seconds, 0), written: now.written - before.written };
  };
};

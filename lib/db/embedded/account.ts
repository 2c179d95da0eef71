import fs from "node:fs";
import path from "node:path";

/** The identity that PostgreSQL's processes run under; empty: the present one. */
export type Account = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root: then it runs as `postgres`, else as `nobody`, which every Unix has. */
export const unprivilegedAccount = (): Account => {
  if (process.getuid?.() !== 0) return {};
  const entries = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const entry = entries.find(([name]) => name === "postgres") ?? entries.find(([name]) => name === "nobody");
  if (!entry) throw new Error("Running as root, and there is neither a user 'postgres' nor 'nobody' to run the database as.");
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
};

const ENTER_BY_OTHERS = 0o001;

/** True when the account may enter every folder on the way to `target` (a clone below /root is closed to it). */
export const canReach = (account: Account, target: string): boolean => {
  if (account.uid === undefined) return true;
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const stats = fs.statSync(folder, { throwIfNoEntry: false });
    if (stats && stats.uid !== account.uid && !(stats.mode & ENTER_BY_OTHERS)) return false;
    if (folder === path.dirname(folder)) return true;
  }
};

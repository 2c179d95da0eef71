import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { createEmptyDatabase } from "../../harness/database.ts";
import { createHistory } from "../history/history.ts";
import { openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { type Judged, judge } from "../verdict.ts";
import { createCrowd } from "../workload/crowd.ts";
import { readFinally } from "../workload/final-reads.ts";
import { work } from "../workload/work.ts";

const run = promisify(execFile);
const PROGRAM = path.resolve("dist", "migrate.mjs");
const WORK_MS = 1_000;

type Journal = { entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[] };

/** The migrations of today in a folder of their own, and the way to add one, as the next version brings it. */
const copyMigrations = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-next-"));
  fs.cpSync("drizzle", path.join(folder, "drizzle"), { recursive: true });
  const file = path.join(folder, "drizzle", "meta", "_journal.json");
  return {
    folder,
    add: (tag: string, sql: string): void => {
      const journal: Journal = JSON.parse(fs.readFileSync(file, "utf8"));
      const last = journal.entries.at(-1);
      if (!last) throw new Error("there are no migrations");
      journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag });
      fs.writeFileSync(file, JSON.stringify(journal));
      fs.writeFileSync(path.join(folder, "drizzle", `${tag}.sql`), sql);
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
};

export type Migrated = Judged & { migrated: number; exits: number };

/** F14: the next version migrates by `npm run migrate`, twice at once, while people write to the one that runs. */
export const migration = async (setting: Setting, { rounds }: { rounds: number }): Promise<Migrated> => {
  const history = createHistory();
  const databaseUrl = await createEmptyDatabase(setting.postgresUrl, "uninest_migration");
  const house = await openHouse({ ...setting, databaseUrl }, { name: "migration" });
  const next = copyMigrations();
  const crowd = await createCrowd({ group: "n1", ...house.where, databaseUrl, history });
  await crowd.connects();
  let exits = 0;
  house.process().once("exit", () => {
    exits += 1;
  });
  const env = { ...process.env, NODE_ENV: "production" as const, LOG_LEVEL: "warn", DATABASE_URL: databaseUrl };
  const migrate = () => run(process.execPath, [PROGRAM], { cwd: next.folder, env });

  const migrateAgain = async (): Promise<void> => {
    for (let round = 1; round <= rounds; round += 1) {
      await delay(WORK_MS);
      next.add(
        `9${round}_drill`,
        `select pg_sleep(0.5);
--> statement-breakpoint
alter table messages add column drill_${round} integer default 0 not null;
--> statement-breakpoint
create index drill_${round} on messages (created_at, drill_${round});`,
      );
      await Promise.all([migrate(), migrate()]);
    }
    await delay(WORK_MS);
  };
  await work(crowd, { until: migrateAgain(), paceMs: 100, drops: 0.02 });
  await readFinally(crowd, history);
  const columns = await crowd.sql`
    select 1 from information_schema.columns where table_name = 'messages' and column_name like 'drill_%'`;
  await crowd.leaves();
  const died = exits;
  await house.close();
  next.remove();
  return { ...judge("migration", history, house.allLogs()), migrated: columns.length, exits: died };
};

import { type SQL, sql } from "drizzle-orm";
import { expect, inject, onTestFinished, test } from "vitest";
import type { Db } from "#lib/db/client.ts";
import { askAtOnce, doMeanwhile } from "#lib/db/handed-over.ts";
import { once, statement } from "#lib/db/statement.ts";
import { openBareServices } from "#lib/server/testing/bare-services.ts";
import { execute } from "../harness/sql.ts";

/** A database with one connection: what one transaction leaves there the next one finds. */
const open = () => {
  const { database, close } = openBareServices(inject("databaseUrl"), { maxConnections: 1 });
  onTestFinished(close);
  return database;
};

const codeOf = (error: unknown): unknown =>
  error instanceof Error ? ((error as { code?: unknown }).code ?? codeOf(error.cause)) : undefined;

const createTable = async (name: string): Promise<() => Promise<number>> => {
  await execute(inject("databaseUrl"), `create table ${name} (word text)`);
  onTestFinished(async () => void (await execute(inject("databaseUrl"), `drop table ${name}`)));
  return async () => (await execute(inject("databaseUrl"), `select * from ${name}`)).length;
};

test("what is asked at once is answered ahead of what drizzle is asked in the same moment", async () => {
  const database = open();
  // From the third time on all of it is prepared, and on its way at once.
  for (let round = 0; round < 5; round += 1) {
    const [, seen] = await database.write(async (db) =>
      Promise.all([
        askAtOnce(db, once(sql`select set_config('uninest.round', ${String(round)}::text, true)`)),
        db.execute<{ round: string }>(sql`select current_setting('uninest.round', true) as round`),
      ]),
    );
    expect(seen[0]?.round).toBe(String(round));
  }
});

test("what is done meanwhile is stored with the transaction, or none of it is", async () => {
  const database = open();
  const count = await createTable("meanwhile_words");
  const say = (...statements: SQL[]) => database.write(async (db) => doMeanwhile(db, statements.map(once)));
  const insert = (word: string) => sql`insert into meanwhile_words values (${word}::text)`;
  for (const word of ["one", "two", "three"]) await (await say(insert(word), insert(`${word} again`))).done;
  expect(await count()).toBe(6);

  const divide = (by: number) => sql`select 1 / ${by}::int`;
  // Also when all of them are known to the database, and nothing is waited for in between.
  for (let round = 0; round < 3; round += 1) {
    const { done } = await say(insert("lost"), divide(0), insert("lost too"));
    expect(await done.catch(codeOf)).toBe("22012");
  }
  expect(await count()).toBe(6);
  const refused = say(insert("lost"), sql`select ${sql.param(undefined)}::text`);
  await expect(refused).rejects.toThrow("a parameter is undefined");
  expect(await count()).toBe(6);
  await (await say(insert("four"))).done;
  expect(await count()).toBe(7);
});

test("plans are kept for what is looked up by keys, and for nothing else", async () => {
  const database = open();
  const ask = async (db: Db) => [
    ...(await db.execute(sql`select current_setting('plan_cache_mode') as mode, current_setting('enable_seqscan') as scans`)),
  ];
  const kept = [{ mode: "auto", scans: "off" }];
  expect(await database.byKeys.read(ask)).toEqual(kept);
  expect(await database.byKeys.write(ask)).toEqual(kept);
  const anew = [{ mode: "force_custom_plan", scans: "on" }];
  expect(await database.read(ask)).toEqual(anew);
  expect(await database.write(ask)).toEqual(anew);
  expect(await database.writeUnprepared(ask)).toEqual(anew);
});

test("a statement is written once, with each value in its place", async () => {
  const database = open();
  let times = 0;
  const greeting = statement<{ greeting: string }, { first: string; second: string }>(({ first, second }) => {
    times += 1;
    return sql`select ${first}::text || ${" and "}::text || ${second}::text || ${first}::text as greeting`;
  });
  for (const [first, second] of [
    ["alice", "bob"],
    ["carol", "alice"],
  ] as const)
    expect(await database.read((db) => askAtOnce(db, greeting({ first, second })))).toEqual([
      { greeting: `${first} and ${second}${first}` },
    ]);
  expect(times).toBe(1);
});

test("who tries again uses nothing that is prepared", async () => {
  const database = open();
  const known = sql`select count(*)::int as count from pg_prepared_statements where statement like '%who tries again%'`;
  const ask = sql`select ${"word"}::text as "who tries again"`;
  for (let round = 0; round < 4; round += 1) await database.writeUnprepared((db) => db.execute(ask));
  expect([...(await database.read((db) => db.execute(known)))]).toEqual([{ count: 0 }]);
  for (let round = 0; round < 4; round += 1) await database.write((db) => db.execute(ask));
  expect([...(await database.read((db) => db.execute(known)))]).toEqual([{ count: 1 }]);
});

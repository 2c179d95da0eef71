import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { createDatabase, type Database } from "#lib/db/client.ts";
import { startEmbeddedPostgres } from "#lib/db/embedded/embedded-postgres.ts";
import { migrate } from "#lib/db/migrate.ts";
import { createMessageSearch } from "#lib/domain/messages/message-search.service.ts";
import { fillMessages, makeHalves } from "./data/corpus-messages.ts";
import { CONVERSATION, idOf, idSql, PERSON } from "./data/ids.ts";

/**
 * How long a search takes among so many messages, in milliseconds (`npm run search:bench -- 1000000`): of a student with a few
 * conversations, of somebody in a long one, of a landlord with a thousand and of the busiest one, in half of all, for words as they are
 * said, their beginnings, two at once and slips of the finger. A second argument names a folder that keeps the database for the next run.
 */

const COUNT = Number(process.argv[2] ?? 100_000);
const KEPT = process.argv[3];
const SEARCHES = 150;
const PER_CONVERSATION = 100;
const LONG = Math.floor(COUNT / 20);

const conversations = Math.ceil(COUNT / PER_CONVERSATION);
const people = Math.ceil(conversations / 5) + 3;
const WHO = {
  "a student, 5 conversations": 8,
  "a long conversation": 1,
  "a landlord, 1,000 conversations": 2,
  "the busiest, in half of all": 3,
};

const fill = async (sql: Sql): Promise<void> => {
  await sql.unsafe(`insert into users (id, name, email, role, password_hash)
    select ${idSql(PERSON, "n")}, 'Person ' || n, n || '@bench.test', 'student', 'x' from generate_series(1, ${people}) n`);
  await sql.unsafe(
    `insert into conversations (id, kind) select ${idSql(CONVERSATION, "n")}, 'group' from generate_series(0, ${conversations}) n`,
  );
  await sql.unsafe(`insert into participants (conversation_id, user_id)
    select ${idSql(CONVERSATION, "n")}, ${idSql(PERSON, `4 + n % ${people - 3}`)} from generate_series(0, ${conversations}) n union all
    select ${idSql(CONVERSATION, "0")}, ${idSql(PERSON, "1")} union all
    select ${idSql(CONVERSATION, "n")}, ${idSql(PERSON, "2")} from generate_series(1, ${conversations}, ${Math.max(1, conversations / 1_000)}) n union all
    select ${idSql(CONVERSATION, "n")}, ${idSql(PERSON, "3")} from generate_series(1, ${conversations}, 2) n`);
  await makeHalves(sql);
  await fillMessages(
    sql,
    `select ${idSql(CONVERSATION, "n")} as id, ${idSql(PERSON, `4 + n % ${people - 3}`)} as sender_id,
      case n when 0 then ${LONG} else ${Math.floor((COUNT - LONG) / conversations)} end as size,
      random() * interval '200 days' as quiet from generate_series(0, ${conversations}) n`,
  );
  await sql.unsafe("vacuum analyze messages");
  await sql.unsafe("analyze conversations, participants");
};

const quantile = (times: readonly number[], share: number): string =>
  (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1).padStart(7);

const row = (name: string, times: number[], hits: string): void => {
  times.sort((one, other) => one - other);
  console.log(name.padEnd(52), `p50 ${quantile(times, 0.5)}  p95 ${quantile(times, 0.95)}  max ${quantile(times, 1)}  ${hits}`);
};

const measure = async (database: Database, name: string, userId: string, words: readonly string[]): Promise<number[]> => {
  const search = createMessageSearch({ database });
  const times: number[] = [];
  let hits = 0;
  for (const q of words) {
    const start = performance.now();
    hits += (await search.messages({ userId, name: "", role: "student", sessionId: userId }, { q, limit: 20 })).hits.length;
    times.push(performance.now() - start);
  }
  row(name, times, `hits ${hits}`);
  return times;
};

/** Words of four letters and more of what was said, as often as they are said, and pairs of one message. */
const drawWords = async (sql: Sql): Promise<{ words: string[]; pairs: string[] }> => {
  const said = await sql<{ words: string[] }[]>`
    select words from (select message_words(content) as words from halves order by md5(n::text)) said
    where (select count(*) from unnest(words) word where length(word) > 3) > 1 limit ${SEARCHES}`;
  const long = said.map(({ words }) => words.filter((word) => word.length > 3));
  return { words: long.map((words, n) => words[n % words.length] ?? ""), pairs: long.map((words) => words.slice(-2).join(" ")) };
};

const folder = KEPT ?? fs.mkdtempSync(path.join(os.tmpdir(), "uninest-bench-"));
fs.mkdirSync(folder, { recursive: true });
fs.chmodSync(folder, 0o755);
const { url, stop } = await startEmbeddedPostgres(path.join(folder, "pg"));
const sql = postgres(url, { max: 1, onnotice: () => undefined });
const database = createDatabase({ url });

try {
  await migrate({ url, folder: "drizzle" });
  const [held] = await sql`select from messages limit 1`;
  if (!held) {
    const start = performance.now();
    await fill(sql);
    console.log(`${COUNT} messages, filled in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  const { words, pairs } = await drawWords(sql);
  const typo = (word: string): string => `${word.slice(0, 3)}${word.slice(4)}q`;
  const all: number[] = [];
  for (const [who, n] of Object.entries(WHO)) {
    const userId = idOf(PERSON, n);
    all.push(...(await measure(database, `${who}: words`, userId, words)));
    all.push(
      ...(await measure(
        database,
        `${who}: beginnings`,
        userId,
        words.map((word) => word.slice(0, 4)),
      )),
    );
    all.push(...(await measure(database, `${who}: two words`, userId, pairs)));
    all.push(...(await measure(database, `${who}: mistyped`, userId, words.slice(0, 40).map(typo))));
  }
  row("all of them", all, "");
} finally {
  await database.close();
  await sql.end();
  await stop();
  if (!KEPT) fs.rmSync(folder, { recursive: true, force: true });
}

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { createDatabase } from "#lib/db/client.ts";
import { startEmbeddedPostgres } from "#lib/db/embedded/embedded-postgres.ts";
import { migrate } from "#lib/db/migrate.ts";
import { createMessageSearch } from "#lib/domain/messages/message-search.service.ts";

/**
 * How long a search takes among so many messages (`npm run search:bench -- 1000000`): of somebody with a few conversations and of a
 * landlord with a thousand, for rare and common words, beginnings and slips of the finger. In milliseconds.
 */

const COUNT = Number(process.argv[2] ?? 100_000);
const ROUNDS = 200;
const VOCABULARY = 20_000;
const PER_CONVERSATION = 100;
const LANDLORDS = 1_000;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-bench-"));
fs.chmodSync(folder, 0o755);
const { url, stop } = await startEmbeddedPostgres(path.join(folder, "pg"));
const sql = postgres(url, { max: 1, onnotice: () => undefined });
const database = createDatabase({ url });

/** The n-th id of a kind. */
const id = (kind: number, n: number): string => `0000000${kind}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
const idSql = (kind: number, n: string): string =>
  `('0000000${kind}-0000-7000-8000-' || lpad(to_hex((${n})::int), 12, '0'))::uuid`;

/** Few words are common and most are rare, as in any language. */
const WORD = `'w' || substr(md5(floor(${VOCABULARY} * power(random(), 4))::text), 1, 7)`;

const fill = async (): Promise<void> => {
  const conversations = Math.ceil(COUNT / PER_CONVERSATION);
  const people = Math.ceil(conversations / 5) + 1;
  await sql.unsafe(`insert into users (id, name, email, role, password_hash)
    select ${idSql(1, "n")}, 'Person ' || n, n || '@bench.test', 'student', 'x' from generate_series(0, ${people}) n`);
  await sql.unsafe(
    `insert into conversations (id, kind) select ${idSql(2, "n")}, 'group' from generate_series(1, ${conversations}) n`,
  );
  await sql.unsafe(`insert into participants (conversation_id, user_id)
    select ${idSql(2, "n")}, ${idSql(1, `n % ${people} + 1`)} from generate_series(1, ${conversations}) n`);
  await sql.unsafe(`insert into participants (conversation_id, user_id)
    select ${idSql(2, "n")}, ${idSql(1, "0")} from generate_series(1, ${Math.min(LANDLORDS, conversations)}) n`);
  for (let from = 1; from <= conversations; from += 500) {
    const to = Math.min(from + 499, conversations);
    await sql.unsafe(`insert into messages (conversation_id, seq, id, rev, sender_id, kind, content, created_at)
      select ${idSql(2, "c")}, s, gen_random_uuid(), s, ${idSql(1, `c % ${people} + 1`)}, 'text', words, now() - random() * interval '1 year'
      from generate_series(${from}, ${to}) c, generate_series(1, ${PER_CONVERSATION}) s,
        lateral (select string_agg(${WORD}, ' ') as words from generate_series(1, 8 + (c + s) % 12)) said`);
  }
  await sql.unsafe("vacuum analyze messages");
  await sql.unsafe("analyze participants");
};

const quantile = (times: readonly number[], share: number): string =>
  (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);

const measure = async (name: string, userId: string, words: readonly string[]): Promise<void> => {
  const search = createMessageSearch({ database });
  const times: number[] = [];
  let hits = 0;
  for (const q of words) {
    const start = performance.now();
    hits += (await search.messages({ userId, name: "", role: "student", sessionId: userId }, { q, limit: 20 })).hits.length;
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  console.log(name.padEnd(34), `p50 ${quantile(times, 0.5).padStart(7)}  p95 ${quantile(times, 0.95).padStart(7)}  hits ${hits}`);
};

try {
  await migrate({ url, folder: "drizzle" });
  const start = performance.now();
  await fill();
  console.log(`${COUNT} messages, filled in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  const drawn = await sql.unsafe<{ word: string }[]>(`select ${WORD} as word from generate_series(1, ${ROUNDS})`);
  const words = drawn.map(({ word }) => word);
  const typo = (word: string): string => `${word.slice(0, 4)}${word.slice(5)}`;
  for (const [who, userId] of [
    ["five conversations", id(1, 7)],
    [`${LANDLORDS} conversations`, id(1, 0)],
  ] as const) {
    await measure(`${who}, words`, userId, words);
    await measure(
      `${who}, beginnings`,
      userId,
      words.map((word) => word.slice(0, 4)),
    );
    await measure(
      `${who}, two words`,
      userId,
      words.map((word, index) => `${word} ${words[(index + 1) % words.length]}`),
    );
    await measure(`${who}, mistyped`, userId, words.slice(0, 40).map(typo));
  }
} finally {
  await database.close();
  await sql.end();
  await stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

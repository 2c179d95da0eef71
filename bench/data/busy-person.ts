import type { Sql } from "postgres";
import { corpusOf } from "#lib/domain/scan/corpus/corpus.ts";
import { CONVERSATION, idOf, idSql, PERSON, SESSION } from "./ids.ts";

/** Somebody with fifty conversations, the last of which is long, and the one they talk with there; what is said is the corpus. */
export const BUSY = 10_001;
const PARTNER = BUSY + 1;
const FIRST = 20_000;
const TALKS = 50;
const SIZE = 20;
const LONG_SIZE = 1_200;
const MISSED = 1_000;
/** Every so manieth conversation has something unread. */
const UNREAD_EACH = 10;

const talk = (n: number): string => idOf(CONVERSATION, FIRST + n);
export const longTalk = talk(TALKS);

/** What a client of theirs holds that is up to date, and one that has missed a thousand messages of the long conversation. */
export const heldCursors: Record<string, number> = Object.fromEntries(
  Array.from({ length: TALKS }, (_, index) => [talk(index + 1), index + 1 === TALKS ? LONG_SIZE : SIZE]),
);
export const missedCursors: Record<string, number> = { ...heldCursors, [longTalk]: LONG_SIZE - MISSED };

export const fillBusyPerson = async (sql: Sql): Promise<void> => {
  const contents = corpusOf("test").map(({ content }) => content);
  const people = `(values (${BUSY}, 'Busy'), (${PARTNER}, 'Partner')) of (p, name)`;
  const talks = `generate_series(1, ${TALKS}) n`;
  const size = `case n when ${TALKS} then ${LONG_SIZE} else ${SIZE} end`;
  await sql.unsafe(`insert into users (id, name, email, role, password_hash)
    select ${idSql(PERSON, "p")}, name, p || '@bench.test', 'student', 'x' from ${people}`);
  await sql.unsafe(`insert into sessions (id, user_id, kind, expires_at)
    select ${idSql(SESSION, "p")}, ${idSql(PERSON, "p")}, 'token', now() + interval '1 day' from ${people}`);
  await sql.unsafe(`insert into conversations (id, kind, last_seq, rev, active_at)
    select ${idSql(CONVERSATION, `${FIRST} + n`)}, 'group', ${size}, ${size}, now() - n * interval '1 hour' from ${talks}`);
  await sql.unsafe(`insert into participants (conversation_id, user_id, delivered_seq, read_seq)
    select ${idSql(CONVERSATION, `${FIRST} + n`)}, ${idSql(PERSON, "p")}, ${size}, case when n % ${UNREAD_EACH} = 0 then 0 else ${size} end
    from ${talks}, ${people}`);
  await sql.unsafe(
    `insert into messages (conversation_id, seq, id, rev, sender_id, kind, content, created_at)
    select ${idSql(CONVERSATION, `${FIRST} + n`)}, seq, gen_random_uuid(), seq, ${idSql(PERSON, `${BUSY} + seq % 2`)}, 'text',
      ($1::text[])[1 + (n * 31 + seq) % ${contents.length}], now() - n * interval '1 hour' - (${size} - seq) * interval '3 minutes'
    from ${talks}, generate_series(1, ${size}) seq`,
    [contents],
  );
  await sql`analyze users, sessions, conversations, participants, messages`;
};

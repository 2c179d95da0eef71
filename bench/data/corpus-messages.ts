import type { Sql } from "postgres";
import { corpusOf } from "#lib/domain/scan/corpus/corpus.ts";

/** How many different halves of messages there are; a message is made of two. */
const HALVES = 40_000;
const RARE_WORDS = 20_000;

const draw = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

/** Names, streets and numbers: every third half has a word that hardly any other has. */
const rareWord = (): string => `w${Math.floor(RARE_WORDS * Math.random() ** 2).toString(36)}x`;

/** Six words in a row of a message of the corpus: common and rare ones as in the four languages themselves. */
const half = (messages: readonly string[][]): string => {
  const words = draw(messages);
  const from = Math.floor(Math.random() * Math.max(1, words.length - 5));
  const taken = words.slice(from, from + 3 + Math.floor(Math.random() * 4));
  return [...taken, ...(Math.random() < 0.33 ? [rareWord()] : [])].join(" ");
};

/** Makes the table `halves (n, content, search)`, with what a message that says only this is found by. */
export const makeHalves = async (sql: Sql): Promise<void> => {
  const messages = [...corpusOf("tuning"), ...corpusOf("test")].map(({ content }) => content.split(/\s+/));
  const halves = Array.from({ length: HALVES }, () => half(messages));
  await sql`create table halves as select n::int, content, message_search(content) as search
    from unnest(${halves}::text[]) with ordinality as said (content, n)`;
  await sql`create unique index on halves (n)`;
  await sql`analyze halves`;
};

/**
 * Fills `messages` with so many messages of each conversation of `wanted (id, sender_id, size)`. Words of a message are those of its
 * halves, so the generated column is filled by joining theirs: a million times the function itself would take minutes. In the order of time, as they come.
 */
export const fillMessages = async (sql: Sql, wanted: string): Promise<void> => {
  await sql.begin(async (tx) => {
    await tx`alter table messages alter column search drop expression`;
    await tx`drop index messages_search`;
    await tx.unsafe(`insert into messages (conversation_id, seq, id, rev, sender_id, kind, content, search, created_at)
      select drawn.id, drawn.seq, gen_random_uuid(), drawn.seq, drawn.sender_id, 'text',
        one.content || ' ' || other.content, one.search || other.search, drawn.at
      from (
        select w.id, w.sender_id, seq, 1 + (random() * ${HALVES - 1})::int as one, 1 + (random() * ${HALVES - 1})::int as other,
          now() - w.quiet - (w.size - seq) * interval '10 minutes' as at
        from (${wanted}) w, generate_series(1, w.size) seq offset 0
      ) drawn join halves one on one.n = drawn.one join halves other on other.n = drawn.other
      order by drawn.at`);
    await tx`update conversations c set last_seq = held.last_seq, rev = held.last_seq, active_at = held.at
      from (select conversation_id, max(seq) as last_seq, max(created_at) as at from messages group by 1) held
      where held.conversation_id = c.id`;
    await tx`set local maintenance_work_mem to '512MB'`;
    await tx`create index messages_search on messages using gin (conversation_id, search) with (gin_pending_list_limit = 512)`;
  });
};

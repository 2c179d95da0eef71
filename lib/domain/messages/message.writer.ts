import { sql } from "drizzle-orm";
import { messages } from "#lib/db/schema/index.ts";
import { type Asked, statement } from "#lib/db/statement.ts";

export type NewMessage = typeof messages.$inferInsert;

/** An array inside of an array, as PostgreSQL writes it; neither ids nor names of rules have quotes in them. */
const listed = (items: readonly string[] = []): string => `{${items.map((item) => `"${item}"`).join()}}`;
const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));

type Columns = {
  talks: string[];
  seqs: number[];
  ids: string[];
  revs: number[];
  senders: string[];
  kinds: string[];
  contents: string[];
  replies: (number | null)[];
  mentions: string[];
  notices: string[];
  systems: (string | null)[];
  files: (string | null)[];
  counting: string[];
  written: (string | null)[];
  at: string[];
};

const insertion = statement<never, Columns>(
  (of) => sql`
    insert into ${messages} (conversation_id, seq, id, rev, sender_id, kind, content, reply_to_seq, mentions, notices, system, attachments,
      counts_unread, client_timestamp, created_at)
    select conversation_id, seq, id, rev, sender_id, kind, content, reply_to_seq, mentions::uuid[], notices::text[], system::jsonb,
      attachments::jsonb, counts_unread::boolean, client_timestamp::timestamptz, created_at::timestamptz
    from unnest(${of.talks}::uuid[], ${of.seqs}::int[], ${of.ids}::uuid[], ${of.revs}::int[], ${of.senders}::uuid[], ${of.kinds}::text[],
      ${of.contents}::text[], ${of.replies}::int[], ${of.mentions}::text[], ${of.notices}::text[], ${of.systems}::text[],
      ${of.files}::text[], ${of.counting}::text[], ${of.written}::text[], ${of.at}::text[]) as said (conversation_id, seq, id, rev,
      sender_id, kind, content, reply_to_seq, mentions, notices, system, attachments, counts_unread, client_timestamp, created_at)`,
);

/** Writes messages, column by column: one statement of one text for any number of them. */
export const insertionOf = (rows: readonly NewMessage[]): Asked =>
  insertion({
    talks: rows.map((row) => row.conversationId),
    seqs: rows.map((row) => row.seq),
    ids: rows.map((row) => row.id),
    revs: rows.map((row) => row.rev),
    senders: rows.map((row) => row.senderId),
    kinds: rows.map((row) => row.kind),
    contents: rows.map((row) => row.content),
    replies: rows.map((row) => row.replyToSeq ?? null),
    mentions: rows.map((row) => listed(row.mentions)),
    notices: rows.map((row) => listed(row.notices)),
    systems: rows.map((row) => json(row.system)),
    files: rows.map((row) => json(row.attachments ?? [])),
    counting: rows.map((row) => String(row.countsUnread ?? true)),
    written: rows.map((row) => row.clientTimestamp?.toISOString() ?? null),
    at: rows.map((row) => (row.createdAt ?? new Date()).toISOString()),
  });

import { type SQL, sql } from "drizzle-orm";
import { messages } from "#lib/db/schema/index.ts";

export type NewMessage = typeof messages.$inferInsert;

/** An array inside of an array, as PostgreSQL writes it; neither ids nor names of rules have quotes in them. */
const listed = (items: readonly string[] = []): string => `{${items.map((item) => `"${item}"`).join()}}`;
const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));

/** Writes messages, column by column: one statement of one text for any number of them. */
export const insertionOf = (rows: readonly NewMessage[]): SQL => {
  const column = <Value>(of: (row: NewMessage) => Value) => sql.param(rows.map(of));
  return sql`
    insert into ${messages} (conversation_id, seq, id, rev, sender_id, kind, content, reply_to_seq, mentions, notices, system, attachments,
      counts_unread, client_timestamp, created_at)
    select conversation_id, seq, id, rev, sender_id, kind, content, reply_to_seq, mentions::uuid[], notices::text[], system::jsonb,
      attachments::jsonb, counts_unread::boolean, client_timestamp::timestamptz, created_at::timestamptz
    from unnest(${column((row) => row.conversationId)}::uuid[], ${column((row) => row.seq)}::int[], ${column((row) => row.id)}::uuid[],
      ${column((row) => row.rev)}::int[], ${column((row) => row.senderId)}::uuid[], ${column((row) => row.kind)}::text[],
      ${column((row) => row.content)}::text[], ${column((row) => row.replyToSeq ?? null)}::int[],
      ${column((row) => listed(row.mentions))}::text[], ${column((row) => listed(row.notices))}::text[],
      ${column((row) => json(row.system))}::text[], ${column((row) => json(row.attachments ?? []))}::text[],
      ${column((row) => String(row.countsUnread ?? true))}::text[], ${column((row) => row.clientTimestamp?.toISOString() ?? null)}::text[],
      ${column((row) => (row.createdAt ?? new Date()).toISOString())}::text[]) as said (conversation_id, seq, id, rev, sender_id, kind,
      content, reply_to_seq, mentions, notices, system, attachments, counts_unread, client_timestamp, created_at)`;
};

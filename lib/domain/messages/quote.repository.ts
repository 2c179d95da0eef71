import { sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { conversations, messages } from "#lib/db/schema/index.ts";

export type Place = { conversationId: string; seq: number };

/**
 * What quotes these messages shows something else from now on: each that does is one more change of its conversation.
 * The conversations are locked, and their revisions those of the messages themselves. Resolves to the places of the quotes.
 */
export const touchQuotes = async (db: Db, places: readonly Place[]): Promise<Place[]> => {
  if (places.length === 0) return [];
  const quoted = sql`select * from unnest(${sql.param(places.map((place) => place.conversationId))}::uuid[],
    ${sql.param(places.map((place) => place.seq))}::int[])`;
  const rows = await db.execute<{ conversation_id: string; seq: number }>(sql`
    with quotes as (
      select q.conversation_id, q.seq, row_number() over (partition by q.conversation_id order by q.seq)::int as step
      from ${messages} q where (q.conversation_id, q.reply_to_seq) in (${quoted}) and q.deleted_at is null
    ), grown as (
      update ${conversations} c set rev = c.rev + changed.steps
      from (select conversation_id, count(*)::int as steps from quotes group by 1) changed
      where c.id = changed.conversation_id returning c.id, c.rev - changed.steps as rev
    )
    update ${messages} m set rev = grown.rev + quotes.step from quotes join grown on grown.id = quotes.conversation_id
    where m.conversation_id = quotes.conversation_id and m.seq = quotes.seq returning m.conversation_id, m.seq`);
  return rows.map((row) => ({ conversationId: row.conversation_id, seq: row.seq }));
};

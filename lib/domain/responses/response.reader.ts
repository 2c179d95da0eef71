import { sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { conversations, messages, participants, users } from "#lib/db/schema/index.ts";
import type { Thread } from "./response.policy.ts";

type Row = { asked: string | Date; answered: string | Date | null };

/**
 * The landlord's direct conversations in which a student wrote the first words since then, with the landlord's first own ones
 * after them; what the server writes counts for neither. Old conversations are passed over by when somebody last wrote there.
 */
export const findThreads = async (db: Db, landlordId: string, since: Date): Promise<Thread[]> => {
  const rows = await db.execute<Row>(sql`
    select ask.created_at as asked, answer.created_at as answered
    from ${participants} mine
    join ${conversations} talk on talk.id = mine.conversation_id
      and talk.kind = 'direct' and talk.active_at >= ${since.toISOString()}::timestamptz
    cross join lateral (
      select sender_id, seq, created_at from ${messages}
      where conversation_id = talk.id and kind <> 'system' order by seq limit 1
    ) ask
    join ${users} student on student.id = ask.sender_id and student.role = 'student'
    left join lateral (
      select created_at from ${messages}
      where conversation_id = talk.id and sender_id = mine.user_id and kind <> 'system' and seq > ask.seq order by seq limit 1
    ) answer on true
    where mine.user_id = ${landlordId} and mine.left_seq is null and ask.created_at >= ${since.toISOString()}::timestamptz`);
  return rows.map(({ asked, answered }) => ({
    askedAt: new Date(asked),
    answeredAt: answered === null ? null : new Date(answered),
  }));
};

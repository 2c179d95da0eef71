import { eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { conversations, messages, participants } from "#lib/db/schema/index.ts";
import { unreadCount } from "./unread.sql.ts";

/** What a member has not read, one message after the other, by what each of them is. */
const recount = sql<number>`(
  select count(*) from ${messages} message
  where message.conversation_id = ${conversations.id} and message.seq > ${participants.readSeq}
    and message.sender_id <> ${participants.userId} and message.deleted_at is null
    and (message.kind <> 'system' or message.system->>'type' in ('booking', 'viewing')))::int`;

/** Of so many memberships, taken at random, how many are told another unread count than a recount gives. */
export const countDrift = async (db: Db, sample: number): Promise<number> => {
  const counted = db
    .select({ told: sql<number>`${unreadCount}`.as("told"), recounted: sql<number>`${recount}`.as("recounted") })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(isNull(participants.leftSeq))
    .orderBy(sql`random()`)
    .limit(sample)
    .as("counted");
  const [row] = await db.select({ drift: sql<number>`count(*) filter (where told <> recounted)::int` }).from(counted);
  return row?.drift ?? 0;
};

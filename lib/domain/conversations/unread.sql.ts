import { sql } from "drizzle-orm";
import { conversations, messages, participants } from "#lib/db/schema/index.ts";

/**
 * What a member has not read, derived and never counted up: everything after the read mark less the few rows that do
 * not count (a partial index holds them). One's own messages are never after it, since who sends has thereby read.
 */
export const unreadCount = sql<number>`(greatest(${conversations.lastSeq} - ${participants.readSeq}, 0) - (
  select count(*) from ${messages} uncounted
  where uncounted.conversation_id = ${conversations.id} and uncounted.seq > ${participants.readSeq} and not uncounted.counts_unread
))::int`;

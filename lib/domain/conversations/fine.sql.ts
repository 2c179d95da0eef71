import { sql } from "drizzle-orm";
import type { FineNotice } from "#lib/contract/conversations.ts";
import { fineNotices, participants } from "#lib/db/schema/index.ts";

const ofMember = sql`fine.user_id = ${participants.userId} and fine.conversation_id = ${participants.conversationId}`;

/** The notices that a member has called fine; null where there are none. */
export const fine = sql<FineNotice[] | null>`(select json_agg(json_build_object('messageId', fine.message_id, 'rule', fine.rule)
  order by fine.created_at, fine.message_id, fine.rule) from ${fineNotices} fine where ${ofMember})`;

/** One element for each of them: a check compares how many there are. */
export const fineCount = sql<number>`(select count(*) from ${fineNotices} fine where ${ofMember})::int`;

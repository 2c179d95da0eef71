import { sql } from "drizzle-orm";
import { conversations, messages, participants } from "#lib/db/schema/index.ts";

/** Whether a message that a member has not read names them; few messages name anybody, and an index of their own holds those. */
export const isMentioned = sql<boolean>`exists (
  select from ${messages} naming
  where naming.conversation_id = ${conversations.id} and naming.seq > ${participants.readSeq} and cardinality(naming.mentions) > 0
    and ${participants.userId} = any(naming.mentions) and naming.deleted_at is null
)`;

import { sql } from "drizzle-orm";
import { conversations, messages, participants } from "#lib/db/schema/index.ts";

/** The first message of somebody else that the member may see, found after few by the primary key. */
export const heardSeq = sql<number | null>`(select theirs.seq from ${messages} theirs
  where theirs.conversation_id = ${conversations.id} and theirs.seq > ${participants.hiddenSeq} and theirs.sender_id <> ${participants.userId}
  order by theirs.seq limit 1)`;

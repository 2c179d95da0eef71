import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { attachments, messages, participants } from "#lib/db/schema/index.ts";

/** Files of messages that somebody sees now in a conversation of theirs, by id. What is read by office is nobody's to hand on. */
export const findSeen = async (db: Db, userId: string, ids: string[]) => {
  const rows = await db
    .select({ file: attachments })
    .from(attachments)
    .innerJoin(
      messages,
      and(eq(messages.conversationId, attachments.conversationId), sql`${messages.id} = ${attachments.messageId}`),
    )
    .innerJoin(participants, and(eq(participants.conversationId, attachments.conversationId), eq(participants.userId, userId)))
    .where(
      and(
        inArray(attachments.id, ids),
        eq(attachments.state, "sent"),
        isNull(messages.deletedAt),
        isNull(participants.leftSeq),
        sql`${messages.seq} > ${participants.hiddenSeq}`,
      ),
    );
  return new Map(rows.map(({ file }) => [file.id, file]));
};

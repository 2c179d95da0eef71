import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { conversations, messages, removedMessages } from "#lib/db/schema/index.ts";
import type { Place } from "./quote.repository.ts";

/** What is to be removed: all that somebody wrote, or one message of theirs. */
export type Wanted = { senderId: string; message: { conversationId: string; messageId: string } | undefined };

const chosen = ({ senderId, message }: Wanted) =>
  and(
    eq(messages.senderId, senderId),
    ne(messages.kind, "system"),
    isNull(messages.deletedAt),
    message && eq(messages.conversationId, message.conversationId),
    message && eq(messages.id, message.messageId),
  );

/** Locks conversations in the one order in which everybody does. */
const lock = async (db: Db, ids: string[]): Promise<void> => {
  if (ids.length === 0) return;
  await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(inArray(conversations.id, ids))
    .orderBy(asc(conversations.id))
    .for("no key update");
};

/** Each of the messages that a sanction holds is a change of its conversation, in their order. */
const numbered = (sanctionId: string) => sql`select r.conversation_id, r.seq, r.content,
  row_number() over (partition by r.conversation_id order by r.seq) as step
  from ${removedMessages} r where r.sanction_id = ${sanctionId}`;

const raiseRevisions = (db: Db, sanctionId: string) =>
  db.execute(sql`update ${conversations} c set rev = c.rev + changed.steps
    from (select conversation_id, count(*)::int as steps from ${removedMessages} where sanction_id = ${sanctionId} group by 1) changed
    where c.id = changed.conversation_id`);

const placesOf = (db: Db, sanctionId: string): Promise<Place[]> =>
  db
    .select({ conversationId: removedMessages.conversationId, seq: removedMessages.seq })
    .from(removedMessages)
    .where(eq(removedMessages.sanctionId, sanctionId));

/** Leaves tombstones, and keeps what was said. Resolves to where they stand. */
export const removeMessages = async (db: Db, sanctionId: string, wanted: Wanted): Promise<Place[]> => {
  const touched = await db.selectDistinct({ id: messages.conversationId }).from(messages).where(chosen(wanted));
  const ids = touched.map(({ id }) => id);
  await lock(db, ids);
  if (ids.length === 0) return [];
  // Only in what is locked: what was written elsewhere meanwhile stays.
  const found = await db
    .select({ conversationId: messages.conversationId, seq: messages.seq, content: messages.content })
    .from(messages)
    .where(and(chosen(wanted), inArray(messages.conversationId, ids)));
  if (found.length === 0) return [];
  await db.insert(removedMessages).values(found.map((row) => ({ ...row, sanctionId })));
  await db.execute(sql`
    update ${messages} m set content = '', deleted_at = clock_timestamp(), counts_unread = false, rev = c.rev + kept.step
    from (${numbered(sanctionId)}) kept join ${conversations} c on c.id = kept.conversation_id
    where m.conversation_id = kept.conversation_id and m.seq = kept.seq`);
  await raiseRevisions(db, sanctionId);
  return found.map(({ conversationId, seq }) => ({ conversationId, seq }));
};

/** Brings back what a sanction removed. Resolves to where it stands. */
export const restoreMessages = async (db: Db, sanctionId: string): Promise<Place[]> => {
  const places = await placesOf(db, sanctionId);
  if (places.length === 0) return [];
  await lock(db, [...new Set(places.map(({ conversationId }) => conversationId))]);
  await db.execute(sql`
    update ${messages} m set content = kept.content, deleted_at = null, counts_unread = true, rev = c.rev + kept.step
    from (${numbered(sanctionId)}) kept join ${conversations} c on c.id = kept.conversation_id
    where m.conversation_id = kept.conversation_id and m.seq = kept.seq`);
  await raiseRevisions(db, sanctionId);
  await db.delete(removedMessages).where(eq(removedMessages.sanctionId, sanctionId));
  return places;
};

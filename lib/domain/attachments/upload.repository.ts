import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { attachmentLimits } from "#lib/contract/attachment-types.ts";
import type { Db } from "#lib/db/client.ts";
import { attachments, blocks, conversations, heldMessages, participants, users } from "#lib/db/schema/index.ts";
import type { Writer } from "./upload.policy.ts";

export type UploadRow = typeof attachments.$inferSelect;
export type NewUpload = Pick<
  typeof attachments.$inferInsert,
  "id" | "conversationId" | "uploaderId" | "name" | "length" | "durationMs"
>;

/** Of two files that one person begins at once, the second counts the first. */
const oneAtATime = (db: Db, userId: string) => db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${userId}, 39))`);

/** Somebody as a writer in a conversation, if they are in it; their next file waits for this transaction. */
export const lockWriter = async (db: Db, userId: string, conversationId: string): Promise<Writer | undefined> => {
  await oneAtATime(db, userId);
  const [row] = await db
    .select({
      kind: conversations.kind,
      isBlocked: sql<boolean>`exists (select from ${participants} other join ${blocks} b
        on (b.blocker_id, b.blocked_id) in ((${userId}::uuid, other.user_id), (other.user_id, ${userId}::uuid))
        where other.conversation_id = ${conversations.id} and other.left_seq is null)`,
      silencedUntil: sql<Date | null>`case when ${users.silencedUntil} > now() then ${users.silencedUntil} end`.mapWith(
        users.silencedUntil,
      ),
      unsent: sql<number>`(select count(*)::int from ${attachments} where ${attachments.uploaderId} = ${userId}
        and ${attachments.state} in ('uploading', 'ready'))`,
      bytesOfDay: sql<number>`(select coalesce(sum(coalesce(${attachments.byteSize}, ${attachments.length})), 0)::float8
        from ${attachments} where ${attachments.uploaderId} = ${userId} and ${attachments.createdAt} > now() - interval '1 day')`,
    })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .innerJoin(users, eq(users.id, participants.userId))
    .where(and(eq(participants.conversationId, conversationId), eq(participants.userId, userId), isNull(participants.leftSeq)));
  return row;
};

export const insertUpload = async (db: Db, upload: NewUpload): Promise<void> => {
  await db.insert(attachments).values(upload);
};

export const findUpload = async (db: Db, id: string): Promise<UploadRow | undefined> => {
  const [row] = await db.select().from(attachments).where(eq(attachments.id, id));
  return row;
};

export type Found = Pick<UploadRow, "name" | "width" | "height" | "placeholder"> & {
  kind: NonNullable<UploadRow["kind"]>;
  contentType: string;
  byteSize: number;
};

/** Puts down what was found in it. Resolves to false where it was taken back meanwhile. */
export const settleUpload = async (db: Db, id: string, found: Found): Promise<boolean> => {
  const rows = await db
    .update(attachments)
    .set({ ...found, state: "ready", readyAt: sql`clock_timestamp()` })
    .where(and(eq(attachments.id, id), eq(attachments.state, "uploading")))
    .returning({ id: attachments.id });
  return rows.length > 0;
};

/** Resolves to false where it is sent, or gone. */
export const deleteUnsent = async (db: Db, id: string): Promise<boolean> => {
  const rows = await db
    .delete(attachments)
    .where(and(eq(attachments.id, id), inArray(attachments.state, ["uploading", "ready"])))
    .returning({ id: attachments.id });
  return rows.length > 0;
};

/** So many go in one statement. */
export const SWEPT_MOST = 500;

/** What nobody has sent in time, and what waited with a message that is no more. Resolves to their ids. */
export const deleteStale = async (db: Db): Promise<string[]> => {
  const rows = await db.execute<{ id: string }>(sql`
    delete from ${attachments} where id in (
      select a.id from ${attachments} a
      where a.state <> 'sent' and a.created_at < now() - ${attachmentLimits.unsentMs} * interval '1 millisecond'
        and (a.state <> 'held' or not exists (select from ${heldMessages} h
          where h.conversation_id = a.conversation_id and h.id = a.message_id))
      limit ${SWEPT_MOST} for update skip locked)
    returning id`);
  return rows.map(({ id }) => id);
};

import { and, eq, lt, sql } from "drizzle-orm";
import type { Message } from "#lib/contract/messages.ts";
import type { Db } from "#lib/db/client.ts";
import { conversations, messages, messageVersions } from "#lib/db/schema/index.ts";
import type { Place } from "./quote.repository.ts";

const at = ({ conversationId, seq }: Place) => and(eq(messages.conversationId, conversationId), eq(messages.seq, seq));

/** Keeps what a message says now, as the next of its versions. Before it changes. */
const keepVersion = (db: Db, { conversationId, seq }: Place) =>
  db.execute(sql`
    insert into ${messageVersions} (conversation_id, seq, version, content, written_at, replaced_at)
    select m.conversation_id, m.seq,
      1 + (select count(*) from ${messageVersions} v where v.conversation_id = m.conversation_id and v.seq = m.seq),
      m.content, coalesce(m.edited_at, m.created_at), clock_timestamp()
    from ${messages} m where m.conversation_id = ${conversationId} and m.seq = ${seq}`);

/** `keepsPreview`: its link is the same. */
export type Edit = Place & {
  content: string;
  mentions: string[];
  notices: string[];
  keepsPreview: boolean;
  rev: number;
  now: Date;
};

export const saveEdit = async (db: Db, { content, mentions, notices, keepsPreview, rev, now, ...place }: Edit): Promise<void> => {
  await keepVersion(db, place);
  await db
    .update(messages)
    .set({ content, mentions, notices, rev, editedAt: now, ...(keepsPreview ? {} : { previewId: null }) })
    .where(at(place));
};

export type Deletion = Place & { rev: number; now: Date };

/** Leaves a tombstone, which counts for nobody. */
export const saveDeletion = async (db: Db, { rev, now, ...place }: Deletion): Promise<void> => {
  await keepVersion(db, place);
  await db
    .update(messages)
    .set({
      content: "",
      attachments: [],
      notices: [],
      mentions: [],
      reactions: [],
      previewId: null,
      countsUnread: false,
      rev,
      deletedAt: now,
    })
    .where(at(place));
};

export const saveReactions = async (
  db: Db,
  { reactions, rev, ...place }: Place & { reactions: Message["reactions"]; rev: number },
): Promise<void> => {
  await db.update(messages).set({ reactions, rev }).where(at(place));
};

/** Raises the number of changes of a locked conversation. */
export const saveRevision = async (db: Db, conversationId: string, rev: number): Promise<void> => {
  await db.update(conversations).set({ rev }).where(eq(conversations.id, conversationId));
};

/** Drops what deleted messages said, once it has been gone since before that time. */
export const dropVersionsOfDeleted = async (db: Db, before: Date): Promise<void> => {
  await db.delete(messageVersions).where(
    and(
      lt(messageVersions.replacedAt, before),
      sql`exists (select from ${messages} m where m.conversation_id = ${messageVersions.conversationId}
        and m.seq = ${messageVersions.seq} and m.deleted_at is not null)`,
    ),
  );
};

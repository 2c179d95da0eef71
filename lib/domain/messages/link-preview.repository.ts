import { and, desc, eq, isNotNull, lt, notExists, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { conversations, heldMessages, linkPreviews, messages, participants, preferences } from "#lib/db/schema/index.ts";
import type { PreviewSubject } from "./link-preview.policy.ts";
import type { Place } from "./quote.repository.ts";

export type StoredPreview = typeof linkPreviews.$inferSelect;

const at = ({ conversationId, seq }: Place) => and(eq(messages.conversationId, conversationId), eq(messages.seq, seq));

/** In a direct conversation: whether the other one has not written since the sender's first message that they may see. */
const isPlain = sql<boolean>`${conversations.kind} = 'direct' and exists (
  select from ${participants} other
  where other.conversation_id = ${messages.conversationId} and other.user_id <> ${messages.senderId} and other.left_seq is null
    and other.sent_seq < (select first.seq from ${messages} first
      where first.conversation_id = other.conversation_id and first.sender_id = ${messages.senderId} and first.seq > other.hidden_seq
      order by first.seq limit 1))`;

/** A message as far as it matters for its preview, or nothing where there is none. */
export const findSubject = async (
  db: Db,
  place: Place,
): Promise<(PreviewSubject & { previewId: string | null; id: string }) | undefined> => {
  const [row] = await db
    .select({
      id: messages.id,
      kind: messages.kind,
      content: messages.content,
      notices: messages.notices,
      deletedAt: messages.deletedAt,
      previewId: messages.previewId,
      isWanted: sql<boolean>`coalesce(${preferences.linkPreviews}, true)`,
      wasHeld: sql<boolean>`exists (select from ${heldMessages} where ${heldMessages.conversationId} = ${messages.conversationId}
        and ${heldMessages.id} = ${messages.id})`,
      isPlain,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .leftJoin(preferences, eq(preferences.userId, messages.senderId))
    .where(at(place));
  return row;
};

/** The last look at a page. */
export const findLastLook = async (db: Db, url: string): Promise<StoredPreview | undefined> => {
  const [row] = await db
    .select()
    .from(linkPreviews)
    .where(eq(linkPreviews.url, url))
    .orderBy(desc(linkPreviews.fetchedAt))
    .limit(1);
  return row;
};

export const insertLook = async (db: Db, look: Omit<StoredPreview, "fetchedAt">): Promise<void> => {
  await db.insert(linkPreviews).values(look);
};

/** Shows it below a message, or nothing. */
export const savePreview = async (db: Db, place: Place, { previewId, rev }: { previewId: string | null; rev: number }) => {
  await db.update(messages).set({ previewId, rev }).where(at(place));
};

/** Drops looks from before that time which no message shows. Resolves to the ids of those with a picture. */
export const dropLooks = async (db: Db, before: Date): Promise<string[]> => {
  const shown = db
    .select({ one: sql`1` })
    .from(messages)
    .where(and(isNotNull(messages.previewId), eq(messages.previewId, linkPreviews.id)));
  const rows = await db
    .delete(linkPreviews)
    .where(and(lt(linkPreviews.fetchedAt, before), notExists(shown)))
    .returning({ id: linkPreviews.id, hasPicture: linkPreviews.hasPicture });
  return rows.filter(({ hasPicture }) => hasPicture).map(({ id }) => id);
};

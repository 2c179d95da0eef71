import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { conversations, listings, participants, users } from "#lib/db/schema/index.ts";

type Draft = { id: string; directKey: string; listingId: string | null; userIds: string[] };

/** Makes the conversation of a pair, unless it exists: then its id comes back with `isNew: false`, whoever was first. */
export const insertDirectOnce = async (
  db: Db,
  { id, directKey, listingId, userIds }: Draft,
): Promise<{ id: string; isNew: boolean }> => {
  const made = await db
    .insert(conversations)
    .values({ id, kind: "direct", directKey, listingId })
    .onConflictDoNothing({ target: conversations.directKey })
    .returning({ id: conversations.id });
  if (made.length > 0) {
    await db.insert(participants).values(userIds.map((userId) => ({ conversationId: id, userId })));
    return { id, isNew: true };
  }
  const [existing] = await db.select({ id: conversations.id }).from(conversations).where(eq(conversations.directKey, directKey));
  if (!existing) throw new Error(`the conversation ${directKey} is neither new nor there`);
  return { id: existing.id, isNew: false };
};

/** Changes one member's own view. Resolves to false when that person is no active member. */
export const updateOwnView = async (
  db: Db,
  userId: string,
  conversationId: string,
  view: { pinned?: boolean | undefined; archived?: boolean | undefined; markedUnread?: boolean | undefined },
): Promise<boolean> => {
  const rows = await db
    .update(participants)
    .set(view)
    .where(and(eq(participants.conversationId, conversationId), eq(participants.userId, userId), isNull(participants.leftSeq)))
    .returning({ userId: participants.userId });
  return rows.length > 0;
};

export const findUser = async (db: Db, id: string) => {
  const [row] = await db.select({ id: users.id }).from(users).where(eq(users.id, id));
  return row;
};

export const findListing = async (db: Db, id: string) => {
  const [row] = await db
    .select({ landlordId: listings.landlordId, isPublished: sql<boolean>`${listings.publishedAt} is not null` })
    .from(listings)
    .where(eq(listings.id, id));
  return row;
};

import { and, asc, eq, sql } from "drizzle-orm";
import type { SavedReply, SavedReplyChange } from "#lib/contract/saved-replies.ts";
import type { Db } from "#lib/db/client.ts";
import { savedReplies, users } from "#lib/db/schema/index.ts";

const present = ({ id, title, text, createdAt }: typeof savedReplies.$inferSelect): SavedReply => ({
  id,
  title,
  text,
  createdAt: createdAt.toISOString(),
});

const isOwn = (userId: string, id: string) => and(eq(savedReplies.userId, userId), eq(savedReplies.id, id));

/** A person's replies by title. */
export const findReplies = async (db: Db, userId: string): Promise<SavedReply[]> => {
  const rows = await db
    .select()
    .from(savedReplies)
    .where(eq(savedReplies.userId, userId))
    .orderBy(asc(sql`lower(${savedReplies.title})`), asc(savedReplies.id));
  return rows.map(present);
};

/** How many there are; of two who count to add one, the second waits until the transaction of the first has ended. */
export const lockReplyCount = async (db: Db, userId: string): Promise<number> => {
  await db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update");
  return db.$count(savedReplies, eq(savedReplies.userId, userId));
};

type NewReply = { id: string; userId: string; title: string; text: string };

export const insertReply = async (db: Db, reply: NewReply): Promise<SavedReply> => {
  const [row] = await db.insert(savedReplies).values(reply).returning();
  if (!row) throw new Error("an insert has returned nothing");
  return present(row);
};

/** Resolves to nothing when it is not that person's, or is gone. */
export const updateReply = async (
  db: Db,
  userId: string,
  id: string,
  change: SavedReplyChange,
): Promise<SavedReply | undefined> => {
  const [row] = await db.update(savedReplies).set(change).where(isOwn(userId, id)).returning();
  return row && present(row);
};

/** Resolves to whether there was one of that person's. */
export const deleteReply = async (db: Db, userId: string, id: string): Promise<boolean> => {
  const gone = await db.delete(savedReplies).where(isOwn(userId, id)).returning({ id: savedReplies.id });
  return gone.length > 0;
};

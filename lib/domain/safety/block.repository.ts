import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { blocks, users } from "#lib/db/schema/index.ts";

type Pair = { blockerId: string; blockedId: string };

const ofPair = ({ blockerId, blockedId }: Pair) => and(eq(blocks.blockerId, blockerId), eq(blocks.blockedId, blockedId));

export const isPerson = async (db: Db, id: string): Promise<boolean> => {
  const rows = await db.select({ id: users.id }).from(users).where(eq(users.id, id));
  return rows.length > 0;
};

/** Blocks once. Resolves to since when it stands, and whether that is new. */
export const insertBlock = async (db: Db, pair: Pair): Promise<{ at: Date; isNew: boolean }> => {
  const [made] = await db.insert(blocks).values(pair).onConflictDoNothing().returning({ at: blocks.createdAt });
  if (made) return { at: made.at, isNew: true };
  const [known] = await db.select({ at: blocks.createdAt }).from(blocks).where(ofPair(pair));
  if (!known) throw new Error("a block is neither new nor there");
  return { at: known.at, isNew: false };
};

/** Resolves to false where there was none. */
export const deleteBlock = async (db: Db, pair: Pair): Promise<boolean> => {
  const rows = await db.delete(blocks).where(ofPair(pair)).returning({ id: blocks.blockedId });
  return rows.length > 0;
};

/** Whom a person blocks, the newest first. */
export const findBlocked = (db: Db, blockerId: string) =>
  db
    .select({ userId: users.id, name: users.name, avatarUrl: users.avatarUrl, at: blocks.createdAt })
    .from(blocks)
    .innerJoin(users, eq(users.id, blocks.blockedId))
    .where(eq(blocks.blockerId, blockerId))
    .orderBy(desc(blocks.createdAt), users.id);

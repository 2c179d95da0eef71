import { and, desc, eq, inArray, isNotNull, isNull, notInArray } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { conversations, participants } from "#lib/db/schema/index.ts";

export type Standing = { id: string; rev: number; joinedSeq: number };

const standing = { id: conversations.id, rev: conversations.rev, joinedSeq: participants.joinedSeq };

/** Those of the named conversations that the person is an active member of. */
export const findNamed = async (db: Db, userId: string, ids: string[]): Promise<Standing[]> => {
  if (ids.length === 0) return [];
  return db
    .select(standing)
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(and(eq(participants.userId, userId), isNull(participants.leftSeq), inArray(conversations.id, ids)));
};

/** The person's other active conversations, newest activity first. */
export const findUnnamed = (db: Db, userId: string, named: string[], limit: number): Promise<Standing[]> =>
  db
    .select(standing)
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(
      and(
        eq(participants.userId, userId),
        isNull(participants.leftSeq),
        named.length > 0 ? notInArray(conversations.id, named) : undefined,
      ),
    )
    .orderBy(desc(conversations.activeAt))
    .limit(limit);

/** Those of the named conversations that the person is no longer in. One that the person was never in is not among them. */
export const findLeft = async (db: Db, userId: string, ids: string[]): Promise<string[]> => {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: participants.conversationId })
    .from(participants)
    .where(and(eq(participants.userId, userId), isNotNull(participants.leftSeq), inArray(participants.conversationId, ids)));
  return rows.map(({ id }) => id);
};

import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { participants } from "#lib/db/schema/index.ts";

const membership = (userId: string, conversationId: string) =>
  and(eq(participants.conversationId, conversationId), eq(participants.userId, userId), isNull(participants.leftSeq));

/** Until when an active member has muted a conversation, held still until the transaction ends; nothing for an outsider. */
export const lockMute = async (db: Db, userId: string, conversationId: string): Promise<{ until: Date | null } | undefined> => {
  const [row] = await db
    .select({ until: participants.mutedUntil })
    .from(participants)
    .where(membership(userId, conversationId))
    .for("no key update");
  return row;
};

export const saveMute = async (db: Db, userId: string, conversationId: string, until: Date | null): Promise<void> => {
  await db.update(participants).set({ mutedUntil: until }).where(membership(userId, conversationId));
};

/** What a person has muted at that moment; what ends first comes first. */
export const findMuted = async (db: Db, userId: string, at: Date): Promise<{ conversationId: string; until: Date }[]> => {
  const rows = await db
    .select({ conversationId: participants.conversationId, until: participants.mutedUntil })
    .from(participants)
    .where(and(eq(participants.userId, userId), isNull(participants.leftSeq), gt(participants.mutedUntil, at)))
    .orderBy(asc(participants.mutedUntil), asc(participants.conversationId));
  return rows.flatMap(({ conversationId, until }) => (until ? [{ conversationId, until }] : []));
};

import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { conversations, participants, users } from "#lib/db/schema/index.ts";

/** What conversations are called to somebody who is in them: their titles, or the others' names; empty where nobody else is left. */
export const findConversationNames = async (db: Db, viewerId: string, ids: string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const others = sql<string>`coalesce(string_agg(${users.name}, ', ' order by ${participants.joinedAt}, ${users.id}), '')`;
  const rows = await db
    .select({ id: conversations.id, name: sql<string>`coalesce(${conversations.title}, ${others})` })
    .from(conversations)
    .leftJoin(
      participants,
      and(eq(participants.conversationId, conversations.id), isNull(participants.leftSeq), ne(participants.userId, viewerId)),
    )
    .leftJoin(users, eq(users.id, participants.userId))
    .where(inArray(conversations.id, ids))
    .groupBy(conversations.id);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

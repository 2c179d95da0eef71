import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { among } from "#lib/db/among.ts";
import type { Db } from "#lib/db/client.ts";
import { conversations, participants } from "#lib/db/schema/index.ts";
import { isMentioned } from "./mentioned.sql.ts";
import { unreadCount } from "./unread.sql.ts";

/** All that a person has not read, over the active conversations. */
export const totalUnread = async (db: Db, userId: string): Promise<number> => {
  const [row] = await db
    .select({ total: sql<number>`coalesce(sum(${unreadCount}), 0)::int` })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(and(eq(participants.userId, userId), isNull(participants.leftSeq), gt(conversations.lastSeq, participants.readSeq)));
  return row?.total ?? 0;
};

/** Of each of these people the conversations with something unread, and whether it names them. */
export const unreadOf = (
  db: Db,
  userIds: string[],
): Promise<{ userId: string; id: string; unread: number; isMentioned: boolean }[]> =>
  db
    .select({ userId: participants.userId, id: conversations.id, unread: unreadCount, isMentioned })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(
      and(among(participants.userId, userIds), isNull(participants.leftSeq), gt(conversations.lastSeq, participants.readSeq)),
    );

const isAmong = (pairs: { userId: string; conversationId: string }[]): SQL =>
  sql`(${participants.userId}, ${participants.conversationId}) in (select * from unnest(
    ${sql.param(pairs.map((pair) => pair.userId))}::uuid[], ${sql.param(pairs.map((pair) => pair.conversationId))}::uuid[]))`;

export type UnreadRow = { userId: string; conversationId: string; unread: number; isMentioned: boolean };

/** What these people have not read in these conversations, pair by pair. */
export const unreadIn = (db: Db, pairs: { userId: string; conversationId: string }[]): Promise<UnreadRow[]> =>
  db
    .select({ userId: participants.userId, conversationId: participants.conversationId, unread: unreadCount, isMentioned })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(and(isNull(participants.leftSeq), isAmong(pairs)));

/** The same, with all that each of these people has not read anywhere: both as of one moment. */
export const unreadWithTotals = (
  db: Db,
  pairs: { userId: string; conversationId: string }[],
): Promise<(UnreadRow & { total: number })[]> => {
  const userIds = [...new Set(pairs.map(({ userId }) => userId))];
  const totals = db
    .select({ userId: participants.userId, total: sql<number>`sum(${unreadCount})::int`.as("total") })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(
      and(among(participants.userId, userIds), isNull(participants.leftSeq), gt(conversations.lastSeq, participants.readSeq)),
    )
    .groupBy(participants.userId)
    .as("totals");
  return db
    .select({
      userId: participants.userId,
      conversationId: participants.conversationId,
      unread: unreadCount,
      isMentioned,
      total: sql<number>`coalesce(${totals.total}, 0)`,
    })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .leftJoin(totals, eq(totals.userId, participants.userId))
    .where(and(isNull(participants.leftSeq), isAmong(pairs)));
};

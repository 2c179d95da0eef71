import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { askAtOnce } from "#lib/db/handed-over.ts";
import { conversations, participants } from "#lib/db/schema/index.ts";
import { statement } from "#lib/db/statement.ts";
import { statementTime } from "#lib/db/statement-time.ts";
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

export type Unread = { userId: string; id: string; unread: number; isMentioned: boolean };
type UnreadOrNone = { at: string } & (Unread | { userId: null });

/** A row even where nothing is unread, for the time. */
const unreadOfPeople = statement<UnreadOrNone, { people: string[] }>(
  ({ people }) => sql`
    select ${statementTime} as at, own.*
    from (values (true)) as always left join (
      select ${participants.userId} as "userId", ${conversations.id} as id, ${unreadCount} as unread, ${isMentioned} as "isMentioned"
      from ${participants} join ${conversations} on ${conversations.id} = ${participants.conversationId}
      where ${participants.userId} = any(${people}::uuid[]) and ${participants.leftSeq} is null
        and ${conversations.lastSeq} > ${participants.readSeq}) own on true`,
);

const isUnread = (row: UnreadOrNone): row is { at: string } & Unread => row.userId !== null;

/** Of each of these people the conversations with something unread, and whether it names them; `at`: as of when (ISO 8601), by the database's clock. */
export const unreadOf = async (db: Db, userIds: string[]): Promise<{ at: string; unread: Unread[] }> => {
  const rows = await askAtOnce(db, unreadOfPeople({ people: userIds }));
  const [first] = rows;
  if (!first) throw new Error("what is unread has no time");
  return { at: first.at, unread: rows.filter(isUnread) };
};

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

type TotalRow = UnreadRow & { lastSeq: number; total: number; at: string };

/** Pair by pair: a join of so many is planned for a table as small as it was, and would go through all of it once it has grown. */
const countsOf = statement<TotalRow, { people: string[]; userIds: string[]; talks: string[] }>(
  ({ people, userIds, talks }) => sql`
    with totals as (
      select ${participants.userId} as user_id, sum(${unreadCount})::int as total
      from ${participants} join ${conversations} on ${conversations.id} = ${participants.conversationId}
      where ${participants.userId} = any(${people}::uuid[]) and ${participants.leftSeq} is null
        and ${conversations.lastSeq} > ${participants.readSeq}
      group by ${participants.userId})
    select wanted.user_id as "userId", wanted.conversation_id as "conversationId", own.unread, own.is_mentioned as "isMentioned",
      own.last_seq as "lastSeq", coalesce(totals.total, 0) as total, ${statementTime} as at
    from unnest(${userIds}::uuid[], ${talks}::uuid[]) as wanted (user_id, conversation_id)
    cross join lateral (
      select ${unreadCount} as unread, ${isMentioned} as is_mentioned, ${conversations.lastSeq} as last_seq
      from ${participants} join ${conversations} on ${conversations.id} = ${participants.conversationId}
      where ${participants.userId} = wanted.user_id and ${participants.conversationId} = wanted.conversation_id
        and ${participants.leftSeq} is null limit 1) own
    left join totals on totals.user_id = wanted.user_id`,
);

/** The same, with all that each of these people has not read anywhere: both as of one moment, `at` by the database's clock (ISO 8601). */
export const unreadWithTotals = (db: Db, pairs: { userId: string; conversationId: string }[]): Promise<TotalRow[]> => {
  const userIds = pairs.map(({ userId }) => userId);
  const talks = pairs.map(({ conversationId }) => conversationId);
  return askAtOnce(db, countsOf({ people: [...new Set(userIds)], userIds, talks }));
};

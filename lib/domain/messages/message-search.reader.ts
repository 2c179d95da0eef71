import { and, desc, eq, gte, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { conversations, messages, participants, users } from "#lib/db/schema/index.ts";
import { exactQuery, likelyQuery, runsOf, type Word } from "./search-words.policy.ts";

/** Where a list of hits goes on. */
export type HitPlace = { isExact: boolean; at: Date; conversationId: string; seq: number };

export type Scope = {
  userId: string;
  conversationId?: string | undefined;
  senderId?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
};

/** Where a word that was mistyped is looked for: so many messages of each of so many conversations, and so many in all. */
const NEWEST_OF_EACH = 100;
const RECENT_CONVERSATIONS = 100;
const NEWEST = 3_000;
const NEAREST = 3;
const LIKENESS = 0.3;

/** What is looked for as the database sees words, at most `limit` of them. */
export const findWords = async (db: Db, q: string, limit: number): Promise<Word[]> => {
  const rows = await db.execute<{ word: string; is_run: boolean; stems: string[] }>(sql`
    select word, message_run(word) as is_run,
      tsvector_to_array(ts_delete(message_search(word), left(word, 60))) as stems
    from unnest(message_words(${q})) with ordinality as said (word, place) order by place limit ${limit}`);
  return rows.map(({ word, is_run: isRun, stems }) => ({ word, isRun, stems: isRun ? [] : stems }));
};

const mine = ({ userId, conversationId }: Scope): SQL | undefined =>
  and(
    eq(participants.userId, userId),
    isNull(participants.leftSeq),
    conversationId === undefined ? undefined : eq(participants.conversationId, conversationId),
  );

const seen = (scope: Scope): SQL | undefined => {
  const { senderId, from, to } = scope;
  return and(
    mine(scope),
    sql`${messages.seq} > ${participants.joinedSeq}`,
    ne(messages.kind, "system"),
    isNull(messages.deletedAt),
    senderId === undefined ? undefined : eq(messages.senderId, senderId),
    from && gte(messages.createdAt, from),
    to && lt(messages.createdAt, to),
  );
};

/** Messages with these words that one may see, and one more than `limit` where there are more. */
export const findHits = (db: Db, scope: Scope, words: readonly Word[], after: HitPlace | undefined, limit: number) => {
  const isExact = sql<boolean>`(${messages.search} @@ ${exactQuery(words)}::tsquery)`;
  return db
    .select({
      conversationId: messages.conversationId,
      messageId: messages.id,
      seq: messages.seq,
      senderId: messages.senderId,
      senderName: users.name,
      content: messages.content,
      attachments: messages.attachments,
      createdAt: messages.createdAt,
      isExact,
    })
    .from(participants)
    .innerJoin(messages, eq(messages.conversationId, participants.conversationId))
    .innerJoin(users, eq(users.id, messages.senderId))
    .where(
      and(
        seen(scope),
        sql`${messages.search} @@ ${likelyQuery(words)}::tsquery`,
        ...runsOf(words).map((run) => sql`position(${run} in message_fold(${messages.content})) > 0`),
        after &&
          sql`(${isExact}, ${messages.createdAt}, ${messages.conversationId}, ${messages.seq})
            < (${after.isExact}::boolean, ${after.at.toISOString()}::timestamptz, ${after.conversationId}::uuid, ${after.seq}::int)`,
      ),
    )
    .orderBy(desc(isExact), desc(messages.createdAt), desc(messages.conversationId), desc(messages.seq))
    .limit(limit + 1);
};
export type FoundMessage = Awaited<ReturnType<typeof findHits>>[number];

/**
 * Words that are written much like these, the most like them first, of what was said last in one's own conversations; nobody else's are
 * looked at.
 */
export const findNearest = async (db: Db, scope: Scope, words: string[]): Promise<Map<string, string[]>> => {
  const own = db
    .select({ id: participants.conversationId, joinedSeq: participants.joinedSeq })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(mine(scope))
    .orderBy(desc(conversations.activeAt))
    .limit(RECENT_CONVERSATIONS);
  const rows = await db.execute<{ word: string; nearest: string[] }>(sql`
    with newest as materialized (
      select said.search from (${own}) own (id, joined_seq) cross join lateral (
        select m.search from ${messages} m where m.conversation_id = own.id and m.seq > own.joined_seq and m.kind <> 'system'
        order by m.seq desc limit ${NEWEST_OF_EACH}) said
      limit ${NEWEST}
    ), known as materialized (select distinct (unnest(ts_filter(search, '{a}'))).lexeme from newest)
    select word, near.nearest from unnest(${sql.param(words)}::text[]) word cross join lateral (
      select coalesce(array_agg(lexeme), '{}') as nearest from (
        select lexeme from known where lexeme <> word and similarity(lexeme, word) >= ${LIKENESS}
        order by similarity(lexeme, word) desc, lexeme limit ${NEAREST}) alike) near`);
  return new Map(rows.map(({ word, nearest }) => [word, nearest]));
};

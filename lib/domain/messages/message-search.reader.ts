import { and, desc, eq, gte, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { messages, participants, users } from "#lib/db/schema/index.ts";
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

/** Of so many of one's newest messages are the words that a mistyped one may have meant. */
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

const seen = ({ userId, conversationId, senderId, from, to }: Scope): SQL | undefined =>
  and(
    eq(participants.userId, userId),
    isNull(participants.leftSeq),
    conversationId === undefined ? undefined : eq(participants.conversationId, conversationId),
    sql`${messages.seq} > ${participants.joinedSeq}`,
    ne(messages.kind, "system"),
    isNull(messages.deletedAt),
    senderId === undefined ? undefined : eq(messages.senderId, senderId),
    from && gte(messages.createdAt, from),
    to && lt(messages.createdAt, to),
  );

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

/** Words of one's own newest messages that are written much like this one, the most like it first. Nobody else's are looked at. */
export const findNearest = async (db: Db, scope: Scope, word: string): Promise<string[]> => {
  const newest = db
    .select({ search: messages.search })
    .from(participants)
    .innerJoin(messages, eq(messages.conversationId, participants.conversationId))
    .where(seen(scope))
    .orderBy(desc(messages.createdAt))
    .limit(NEWEST)
    .as("newest");
  const rows = await db.execute<{ lexeme: string }>(sql`
    select lexeme from (select distinct said.lexeme from ${newest}, unnest(ts_filter(newest.search, '{a}')) as said) words
    where lexeme <> ${word} and similarity(lexeme, ${word}) >= ${LIKENESS} order by similarity(lexeme, ${word}) desc, lexeme limit ${NEAREST}`);
  return rows.map(({ lexeme }) => lexeme);
};

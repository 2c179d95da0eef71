import { and, desc, eq, gt, gte, isNull, lt, lte, ne, type SQL, sql } from "drizzle-orm";
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

/** Who has heard no more than so many messages has all of them looked at. */
const READ_AT_ONCE = 20_000;
/** The newest of more: what came last in so many conversations, and so many messages of a long one. */
const NEWEST_OF_LONG = 5_000;
const RECENT_CONVERSATIONS = 200;

/** Where a word that was mistyped is looked for: so many messages of each of so many conversations, and so many in all. */
const NEWEST_OF_EACH = 100;
const NEAR_CONVERSATIONS = 100;
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

const isMine = ({ userId, conversationId }: Scope): SQL | undefined =>
  and(
    eq(participants.userId, userId),
    isNull(participants.leftSeq),
    conversationId === undefined ? undefined : eq(participants.conversationId, conversationId),
  );

/** Some of one's own conversations, and the time after which nothing was said in any other. */
export type Window = { conversationIds: string[]; since?: Date };

type Own = { id: string; hiddenSeq: number; lastSeq: number; activeAt: Date };

const heardIn = ({ lastSeq, hiddenSeq }: Own): number => lastSeq - hiddenSeq;

/** When the newest part of the last of these long conversations begins. */
const findBeginning = async (db: Db, long: Own[]): Promise<Date | undefined> => {
  if (long.length === 0) return undefined;
  const [row] = await db
    .select({ at: sql<Date | null>`max(${messages.createdAt})`.mapWith(messages.createdAt) })
    .from(messages)
    .where(
      sql`(${messages.conversationId}, ${messages.seq}) in (select * from unnest(${sql.param(long.map(({ id }) => id))}::uuid[],
        ${sql.param(long.map(({ lastSeq }) => lastSeq - NEWEST_OF_LONG))}::int[]))`,
    );
  return row?.at ?? undefined;
};

/**
 * Where to look, one after the other, until there are hits enough: in all of one's own conversations; before that, where somebody has
 * heard very much, in what is newest of it.
 */
export const findWindows = async (db: Db, scope: Scope): Promise<Window[]> => {
  const own = await db
    .select({
      id: conversations.id,
      hiddenSeq: participants.hiddenSeq,
      lastSeq: conversations.lastSeq,
      activeAt: conversations.activeAt,
    })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(isMine(scope))
    .orderBy(desc(conversations.activeAt));
  const all = { conversationIds: own.map(({ id }) => id) };
  if (own.reduce((sum, one) => sum + heardIn(one), 0) <= READ_AT_ONCE) return [all];
  const recent = own.slice(0, RECENT_CONVERSATIONS);
  const beginning = await findBeginning(
    db,
    recent.filter((one) => heardIn(one) > NEWEST_OF_LONG),
  );
  const since = Math.max(Number(beginning ?? 0), Number(own[RECENT_CONVERSATIONS]?.activeAt ?? 0));
  return [{ conversationIds: recent.map(({ id }) => id), since: new Date(since) }, all];
};

/** Of a message that is still there, and that one may see. */
const isSeen = ({ userId, senderId, from, to }: Scope, { conversationIds, since }: Window): SQL | undefined =>
  and(
    sql`${messages.conversationId} = any(${sql.param(conversationIds)}::uuid[])`,
    sql`${messages.seq} > (select p.hidden_seq from ${participants} p
      where p.user_id = ${userId} and p.conversation_id = ${messages.conversationId} and p.left_seq is null)`,
    ne(messages.kind, "system"),
    isNull(messages.deletedAt),
    senderId === undefined ? undefined : eq(messages.senderId, senderId),
    since && gt(messages.createdAt, since),
    from && gte(messages.createdAt, from),
    to && lt(messages.createdAt, to),
  );

/** The very words, or what is like them and not the very words. */
const isSaid = (words: readonly Word[], isExact: boolean): SQL | undefined => {
  const exact = sql`${messages.search} @@ ${exactQuery(words)}::tsquery`;
  return and(
    isExact ? exact : sql`${messages.search} @@ ${likelyQuery(words)}::tsquery and not ${exact}`,
    ...runsOf(words).map((run) => sql`position(${run} in message_fold(${messages.content})) > 0`),
  );
};

const isAfter = ({ at, conversationId, seq }: HitPlace): SQL | undefined =>
  and(
    lte(messages.createdAt, at),
    sql`(${messages.createdAt}, ${messages.conversationId}, ${messages.seq})
      < (${at.toISOString()}::timestamptz, ${conversationId}::uuid, ${seq}::int)`,
  );

type Wanted = { words: readonly Word[]; isExact: boolean; after: HitPlace | undefined; limit: number };

/** Messages of the window that have these words, or that have what is like them, the newest first. */
export const findHits = async (db: Db, scope: Scope, window: Window, { words, isExact, after, limit }: Wanted) => {
  const rows = await db
    .select({
      conversationId: messages.conversationId,
      messageId: messages.id,
      seq: messages.seq,
      senderId: messages.senderId,
      // Of those that are shown alone.
      senderName: sql<string>`(select name from ${users} where ${users.id} = ${messages.senderId})`,
      content: messages.content,
      attachments: messages.attachments,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .where(and(isSeen(scope, window), isSaid(words, isExact), after && isAfter(after)))
    .orderBy(desc(messages.createdAt), desc(messages.conversationId), desc(messages.seq))
    .limit(limit);
  return rows.map((row) => ({ ...row, isExact }));
};
export type FoundMessage = Awaited<ReturnType<typeof findHits>>[number];

/**
 * Words that are written much like these, the most like them first, of what was said last in one's own conversations; nobody else's are
 * looked at.
 */
export const findNearest = async (db: Db, scope: Scope, words: string[]): Promise<Map<string, string[]>> => {
  const own = db
    .select({ id: participants.conversationId, hiddenSeq: participants.hiddenSeq })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(isMine(scope))
    .orderBy(desc(conversations.activeAt))
    .limit(NEAR_CONVERSATIONS);
  const rows = await db.execute<{ word: string; nearest: string[] }>(sql`
    with newest as materialized (
      select said.search from (${own}) own (id, hidden_seq) cross join lateral (
        select m.search from ${messages} m where m.conversation_id = own.id and m.seq > own.hidden_seq and m.kind <> 'system'
        order by m.seq desc limit ${NEWEST_OF_EACH}) said
      limit ${NEWEST}
    ), known as materialized (select distinct (unnest(ts_filter(search, '{a}'))).lexeme from newest)
    select word, near.nearest from unnest(${sql.param(words)}::text[]) word cross join lateral (
      select coalesce(array_agg(lexeme), '{}') as nearest from (
        select lexeme from known where lexeme <> word and similarity(lexeme, word) >= ${LIKENESS}
        order by similarity(lexeme, word) desc, lexeme limit ${NEAREST}) alike) near`);
  return new Map(rows.map(({ word, nearest }) => [word, nearest]));
};

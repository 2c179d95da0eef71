import { and, eq, ne, or, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { askAtOnce } from "#lib/db/handed-over.ts";
import { heldMessages, sentFingerprints, sessions, users } from "#lib/db/schema/index.ts";
import { type Asked, statement } from "#lib/db/statement.ts";
import { TAKEOVER_WINDOW_MS } from "../scan/takeover.policy.ts";
import type { MessageKey } from "./message.reader.ts";
import { messageKey, senderKey } from "./send.policy.ts";
import type { HeldFact, SenderRecord, SentMark } from "./send-verdict.policy.ts";

type HeldInsert = typeof heldMessages.$inferInsert;
export type NewHeld = Omit<HeldInsert, "heldAt" | "state" | "decidedAt" | "decidedBy" | "reason" | "discardedAt"> & {
  heldAt: Date;
};
export type NewMark = typeof sentFingerprints.$inferInsert;

/** Whose text into which conversation is worth a second look. */
export type Watched = { userId: string; sessionId: string; conversationId: string };

/** Nobody sends that much in a day who is not stopped by something else; the newest count. */
const MARKS_MOST = 2_000;

/** What waits for a moderator under these ids, or was refused by one. */
export const findHeld = async (db: Db, keys: MessageKey[]): Promise<Map<string, HeldFact>> => {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select({
      conversationId: heldMessages.conversationId,
      id: heldMessages.id,
      senderId: heldMessages.senderId,
      state: heldMessages.state,
      rules: heldMessages.rules,
      reason: heldMessages.reason,
    })
    .from(heldMessages)
    .where(
      and(
        or(
          ...keys.map(({ conversationId, id }) => and(eq(heldMessages.conversationId, conversationId), eq(heldMessages.id, id))),
        ),
        ne(heldMessages.state, "released"),
      ),
    );
  return new Map(
    rows.map(({ conversationId, id, state, ...row }) => [
      messageKey(conversationId, id),
      { ...row, state: state === "waiting" ? "waiting" : "refused" },
    ]),
  );
};

/** Before every conversation there is. */
const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** Only what went elsewhere counts: in a long talk of two people there is nothing to read. */
const talkOf = (watched: Watched[], userId: string): string => {
  const ids = new Set(watched.filter((one) => one.userId === userId).map(({ conversationId }) => conversationId));
  const [only = NOWHERE] = ids;
  return ids.size === 1 ? only : NOWHERE;
};

type MarkRow = { sender_id: string; conversation_id: string; fingerprint: string | null; is_risky: boolean; at: string };

type Senders = { userIds: string[]; talks: string[] };

/** What each has sent before and after the one conversation, in the order of the index: what was said in it is not even looked at. */
const marksOf = statement<MarkRow, Senders>(({ userIds, talks }) => {
  const since = sql`now() - ${TAKEOVER_WINDOW_MS}::float8 * interval '1 millisecond'`;
  return sql`
    select sent.sender_id, sent.conversation_id, sent.fingerprint, sent.is_risky, sent.at::text
    from unnest(${userIds}::uuid[], ${talks}::uuid[]) as sender (id, talk)
    cross join lateral (
      select * from ${sentFingerprints} s where s.sender_id = sender.id and s.conversation_id < sender.talk and s.at > ${since}
      union all
      select * from ${sentFingerprints} s where s.sender_id = sender.id and s.conversation_id > sender.talk and s.at > ${since}) sent
    order by sent.at desc limit ${MARKS_MOST}`;
});

const findMarks = async (db: Db, watched: Watched[]): Promise<(SentMark & { senderId: string })[]> => {
  const userIds = [...new Set(watched.map(({ userId }) => userId))];
  const rows = await askAtOnce(db, marksOf({ userIds, talks: userIds.map((userId) => talkOf(watched, userId)) }));
  return rows.map((row) => ({
    senderId: row.sender_id,
    conversationId: row.conversation_id,
    fingerprint: row.fingerprint,
    isRisky: row.is_risky,
    at: new Date(row.at),
  }));
};

type OriginRow = {
  session_id: string;
  user_id: string;
  since: string;
  is_trusted: boolean;
  account_since: string;
  waiting: number;
};

const originsOf = statement<OriginRow, { sessionIds: string[] }>(
  ({ sessionIds }) => sql`
    select session.id as session_id, person.id as user_id, session.created_at::text as since, session.trusted_at is not null as is_trusted,
      person.created_at::text as account_since,
      (select count(*)::int from ${heldMessages} held where held.sender_id = person.id and held.state = 'waiting') as waiting
    from ${sessions} session join ${users} person on person.id = session.user_id
    where session.id = any(${sessionIds}::uuid[])`,
);

/** What is known of those whose text is worth a second look. */
export const findRecords = async (db: Db, watched: Watched[]): Promise<Map<string, SenderRecord>> => {
  if (watched.length === 0) return new Map();
  const sessionIds = [...new Set(watched.map(({ sessionId }) => sessionId))];
  const [marks, origins] = await Promise.all([findMarks(db, watched), askAtOnce(db, originsOf({ sessionIds }))]);
  const recentOf = (userId: string): SentMark[] => marks.filter(({ senderId }) => senderId === userId);
  return new Map(
    origins.map(({ session_id, user_id, since, is_trusted, account_since, waiting }) => [
      senderKey({ userId: user_id, sessionId: session_id }),
      {
        accountSince: new Date(account_since),
        session: { since: new Date(since), isTrusted: is_trusted },
        waiting,
        recent: recentOf(user_id),
      },
    ]),
  );
};

type MarkColumns = {
  talks: string[];
  ids: string[];
  senders: string[];
  sessions: string[];
  fingerprints: (string | null)[];
  risky: string[];
  at: string[];
};

const rememberingMarks = statement<never, MarkColumns>(
  (of) => sql`
    insert into ${sentFingerprints} (conversation_id, message_id, sender_id, session_id, fingerprint, is_risky, at)
    select conversation_id, message_id, sender_id, session_id, fingerprint, is_risky::boolean, at::timestamptz
    from unnest(${of.talks}::uuid[], ${of.ids}::uuid[], ${of.senders}::uuid[], ${of.sessions}::uuid[], ${of.fingerprints}::text[],
      ${of.risky}::text[], ${of.at}::text[])
      as sent (conversation_id, message_id, sender_id, session_id, fingerprint, is_risky, at)
    on conflict do nothing`,
);

/** Puts down what is to be remembered of what was sent. */
export const rememberingOf = (marks: NewMark[]): Asked =>
  rememberingMarks({
    talks: marks.map((mark) => mark.conversationId),
    ids: marks.map((mark) => mark.messageId),
    senders: marks.map((mark) => mark.senderId),
    sessions: marks.map((mark) => mark.sessionId),
    fingerprints: marks.map((mark) => mark.fingerprint ?? null),
    risky: marks.map((mark) => String(mark.isRisky)),
    at: marks.map((mark) => mark.at.toISOString()),
  });

/** Puts down what has to wait. */
export const writeHeld = async (db: Db, held: NewHeld[]): Promise<void> => {
  if (held.length > 0) await db.insert(heldMessages).values(held);
};

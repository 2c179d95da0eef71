import { and, eq, ne, or, sql } from "drizzle-orm";
import { among } from "#lib/db/among.ts";
import type { Db } from "#lib/db/client.ts";
import { heldMessages, sentFingerprints, sessions, users } from "#lib/db/schema/index.ts";
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

/** What each has sent before and after the one conversation, in the order of the index: what was said in it is not even looked at. */
const findMarks = async (db: Db, watched: Watched[]): Promise<(SentMark & { senderId: string })[]> => {
  const userIds = [...new Set(watched.map(({ userId }) => userId))];
  const talks = userIds.map((userId) => talkOf(watched, userId));
  const since = sql`now() - ${TAKEOVER_WINDOW_MS}::float8 * interval '1 millisecond'`;
  const rows = await db.execute<MarkRow>(sql`
    select sent.sender_id, sent.conversation_id, sent.fingerprint, sent.is_risky, sent.at::text
    from unnest(${sql.param(userIds)}::uuid[], ${sql.param(talks)}::uuid[]) as sender (id, talk)
    cross join lateral (
      select * from ${sentFingerprints} s where s.sender_id = sender.id and s.conversation_id < sender.talk and s.at > ${since}
      union all
      select * from ${sentFingerprints} s where s.sender_id = sender.id and s.conversation_id > sender.talk and s.at > ${since}) sent
    order by sent.at desc limit ${MARKS_MOST}`);
  return [...rows].map((row) => ({
    senderId: row.sender_id,
    conversationId: row.conversation_id,
    fingerprint: row.fingerprint,
    isRisky: row.is_risky,
    at: new Date(row.at),
  }));
};

const findOrigins = (db: Db, sessionIds: string[]) =>
  db
    .select({
      sessionId: sessions.id,
      userId: users.id,
      since: sessions.createdAt,
      isTrusted: sql<boolean>`${sessions.trustedAt} is not null`,
      accountSince: users.createdAt,
      waiting: sql<number>`(select count(*)::int from ${heldMessages}
        where ${heldMessages.senderId} = ${users.id} and ${heldMessages.state} = 'waiting')`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(among(sessions.id, sessionIds));

/** What is known of those whose text is worth a second look. */
export const findRecords = async (db: Db, watched: Watched[]): Promise<Map<string, SenderRecord>> => {
  if (watched.length === 0) return new Map();
  const [marks, origins] = await Promise.all([
    findMarks(db, watched),
    findOrigins(db, [...new Set(watched.map(({ sessionId }) => sessionId))]),
  ]);
  const recentOf = (userId: string): SentMark[] => marks.filter(({ senderId }) => senderId === userId);
  return new Map(
    origins.map(({ sessionId, userId, since, isTrusted, accountSince, waiting }) => [
      senderKey({ userId, sessionId }),
      { accountSince, session: { since, isTrusted }, waiting, recent: recentOf(userId) },
    ]),
  );
};

const writeMarks = async (db: Db, marks: NewMark[]): Promise<void> => {
  if (marks.length === 0) return;
  const column = <Value>(of: (mark: NewMark) => Value) => sql.param(marks.map(of));
  await db.execute(sql`
    insert into ${sentFingerprints} (conversation_id, message_id, sender_id, session_id, fingerprint, is_risky, at)
    select conversation_id, message_id, sender_id, session_id, fingerprint, is_risky::boolean, at::timestamptz
    from unnest(${column((mark) => mark.conversationId)}::uuid[], ${column((mark) => mark.messageId)}::uuid[],
      ${column((mark) => mark.senderId)}::uuid[], ${column((mark) => mark.sessionId)}::uuid[],
      ${column((mark) => mark.fingerprint ?? null)}::text[], ${column((mark) => String(mark.isRisky))}::text[],
      ${column((mark) => mark.at.toISOString())}::text[])
      as sent (conversation_id, message_id, sender_id, session_id, fingerprint, is_risky, at)
    on conflict do nothing`);
};

/** Puts down what has to wait, and what is to be remembered. */
export const writeHeld = async (db: Db, { held, marks }: { held: NewHeld[]; marks: NewMark[] }): Promise<void> => {
  await Promise.all([held.length > 0 && db.insert(heldMessages).values(held), writeMarks(db, marks)]);
};

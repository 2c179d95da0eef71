import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { among } from "#lib/db/among.ts";
import type { Db } from "#lib/db/client.ts";
import { askFirst, doMeanwhile } from "#lib/db/handed-over.ts";
import {
  blocks,
  bookings,
  conversations,
  heldMessages,
  messages,
  participants,
  preferences,
  pushSubscriptions,
  receiptMoves,
  users,
} from "#lib/db/schema/index.ts";
import { AGREED } from "../bookings/booking.policy.ts";
import { findSummaries } from "../conversations/conversation.reader.ts";
import { lockUploads } from "./attached.repository.ts";
import { findHeld, findRecords, type Watched } from "./held-send.repository.ts";
import { findByIds, type MessageKey } from "./message.reader.ts";
import { insertionOf, type NewMessage } from "./message.writer.ts";
import { type Facts, type Head, messageKey, pairKey } from "./send.policy.ts";

type HeadRow = { id: string; kind: Head["kind"]; last_seq: number; rev: number; active_at: string; now: string };

/** The conversations' rows, locked in one order so that two batches never wait for each other, and the database's time. */
const lockHeads = async (db: Db, ids: string[]): Promise<{ heads: Head[]; now: Date }> => {
  // As strong as these changes need, and no stronger: whoever refers to a conversation (a moved mark) must not wait here.
  const rows = await askFirst<HeadRow>(
    db,
    sql`select id, kind, last_seq, rev, active_at::text, clock_timestamp()::text as now from ${conversations}
      where ${among(conversations.id, ids)} order by id for no key update`,
  );
  const heads = rows.map(({ id, kind, last_seq, rev, active_at }) => ({
    id,
    kind,
    lastSeq: last_seq,
    rev,
    activeAt: new Date(active_at),
    members: [],
  }));
  return { heads, now: new Date(rows[0]?.now ?? 0) };
};

const activeMembers = (db: Db, ids: string[]) =>
  db
    .select({
      conversationId: participants.conversationId,
      userId: participants.userId,
      hiddenSeq: participants.hiddenSeq,
      deliveredSeq: participants.deliveredSeq,
      readSeq: participants.readSeq,
      shownDeliveredSeq: participants.shownDeliveredSeq,
      shownReadSeq: participants.shownReadSeq,
      sentSeq: participants.sentSeq,
      sharesReceipts: sql<boolean>`coalesce(${preferences.readReceipts}, true)`,
      silencedUntil: sql<Date | null>`case when ${users.silencedUntil} > now() then ${users.silencedUntil} end`.mapWith(
        users.silencedUntil,
      ),
      isMuted: sql<boolean>`coalesce(${participants.mutedUntil} > now(), false)`,
      isReachable: sql<boolean>`exists (select from ${pushSubscriptions} where ${pushSubscriptions.userId} = ${participants.userId})`,
      isAway: sql<boolean>`${participants.archived} and coalesce(${participants.mutedUntil} <= now(), true)`,
      // With the members, so that it costs no query where nothing was ever held.
      hasHeld: sql<boolean>`exists (select from ${heldMessages} where ${heldMessages.conversationId} = ${participants.conversationId})`,
    })
    .from(participants)
    .innerJoin(users, eq(users.id, participants.userId))
    .leftJoin(preferences, eq(preferences.userId, participants.userId))
    .where(and(among(participants.conversationId, ids), isNull(participants.leftSeq)));

const blocksOf = async (db: Db, userIds: string[]): Promise<Set<string>> => {
  if (userIds.length === 0) return new Set();
  const rows = await db
    .select()
    .from(blocks)
    .where(or(among(blocks.blockerId, userIds), among(blocks.blockedId, userIds)));
  return new Set(rows.map(({ blockerId, blockedId }) => pairKey(blockerId, blockedId)));
};

/** Those of the conversations in which a booking has been confirmed, and was not called off. */
const bookedAmong = async (db: Db, ids: string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ id: bookings.conversationId })
    .from(bookings)
    .where(and(inArray(bookings.conversationId, ids), inArray(bookings.status, [...AGREED])));
  return new Set(rows.map(({ id }) => id));
};

export type Wanted = {
  conversationIds: string[];
  senderIds: string[];
  messages: MessageKey[];
  /** Of which conversations it matters whether a booking is confirmed. */
  suspectIds: string[];
  /** Of whom it matters what they sent lately, and where they have signed in. */
  watched: Watched[];
  /** Uploads that are to be sent. */
  uploadIds?: string[];
};

/** Locks the conversations and loads all that judging sends into them takes. */
export const loadFacts = async (db: Db, wanted: Wanted): Promise<Facts> => {
  // Read behind the lock, each as of its own moment: what was committed before it was had is seen.
  const [{ heads, now }, members, stored, blocked, booked, records, uploads] = await Promise.all([
    lockHeads(db, wanted.conversationIds),
    activeMembers(db, wanted.conversationIds),
    findByIds(db, wanted.messages),
    blocksOf(db, wanted.senderIds),
    bookedAmong(db, wanted.suspectIds),
    findRecords(db, wanted.watched),
    lockUploads(db, wanted.uploadIds ?? []),
  ]);
  const holding = new Set(members.filter(({ hasHeld }) => hasHeld).map(({ conversationId }) => conversationId));
  const held = await findHeld(
    db,
    wanted.messages.filter(({ conversationId }) => holding.has(conversationId)),
  );
  const membersOf = (id: string) => members.filter(({ conversationId }) => conversationId === id);
  return {
    heads: new Map(heads.map((head) => [head.id, { ...head, members: membersOf(head.id) }])),
    stored: new Map(stored.map((message) => [messageKey(message.conversationId, message.messageId), message])),
    blocked,
    booked,
    held,
    records,
    uploads,
    now,
  };
};

const advance = (grown: Head[]): SQL => sql`
    update ${conversations} c set last_seq = grown.last_seq, rev = grown.rev, active_at = grown.active_at
    from unnest(${sql.param(grown.map((head) => head.id))}::uuid[], ${sql.param(grown.map((head) => head.lastSeq))}::int[],
      ${sql.param(grown.map((head) => head.rev))}::int[],
      ${sql.param(grown.map((head) => head.activeAt.toISOString()))}::text[]::timestamptz[]) as grown (id, last_seq, rev, active_at)
    where c.id = grown.id`;

export type OwnMark = { conversationId: string; userId: string; seq: number };

const markOwnRead = (marks: OwnMark[]): SQL => sql`
    update ${participants} p set delivered_seq = mark.seq, read_seq = mark.seq,
      shown_delivered_seq = mark.seq, shown_read_seq = mark.seq, sent_seq = mark.seq
    from unnest(${sql.param(marks.map((mark) => mark.conversationId))}::uuid[], ${sql.param(marks.map((mark) => mark.userId))}::uuid[],
      ${sql.param(marks.map((mark) => mark.seq))}::int[]) as mark (conversation_id, user_id, seq)
    where p.conversation_id = mark.conversation_id and p.user_id = mark.user_id`;

const KINDS = ["delivered", "read"] as const;

const logMoves = (marks: OwnMark[], at: Date): SQL => {
  const moves = marks.flatMap((mark) => KINDS.map((kind) => ({ ...mark, kind })));
  return sql`
    insert into ${receiptMoves} (conversation_id, user_id, kind, seq, at)
    select conversation_id, user_id, kind, seq, ${at.toISOString()}::timestamptz
    from unnest(${sql.param(moves.map((move) => move.conversationId))}::uuid[], ${sql.param(moves.map((move) => move.userId))}::uuid[],
      ${sql.param(moves.map((move) => move.kind))}::text[], ${sql.param(moves.map((move) => move.seq))}::int[])
      as moved (conversation_id, user_id, kind, seq)
    on conflict do nothing`;
};

/** Messages that show something else from these revisions on. */
export const touchMessages = async (db: Db, changes: { conversationId: string; id: string; rev: number }[]): Promise<void> => {
  for (const { conversationId, id, rev } of changes) {
    await db
      .update(messages)
      .set({ rev })
      .where(and(eq(messages.conversationId, conversationId), eq(messages.id, id)));
  }
};

/** A conversation as somebody sees it from now on. */
export type OwnView = { userId: string; summary: ConversationSummary };

/** Takes the conversations out of the archives of those who had put them away. Resolves to how they see them now. */
export const bringBack = async (db: Db, grown: Head[]): Promise<OwnView[]> => {
  const away = grown.flatMap(({ id, members }) => members.filter(({ isAway }) => isAway).map(({ userId }) => ({ id, userId })));
  if (away.length === 0) return [];
  const held = db
    .select({ conversationId: participants.conversationId, userId: participants.userId })
    .from(participants)
    .where(
      sql`(${participants.conversationId}, ${participants.userId}) in (select * from unnest(
        ${sql.param(away.map(({ id }) => id))}::uuid[], ${sql.param(away.map(({ userId }) => userId))}::uuid[]))`,
    )
    .orderBy(asc(participants.conversationId), asc(participants.userId))
    .for("no key update");
  await db
    .update(participants)
    .set({ archived: false })
    .where(sql`(${participants.conversationId}, ${participants.userId}) in (${held})`);
  const views: OwnView[] = [];
  for (const { id, userId } of away) for (const summary of await findSummaries(db, userId, [id])) views.push({ userId, summary });
  return views;
};

type Written = { rows: NewMessage[]; grown: Head[]; marks: OwnMark[]; repliesTo: OwnMark[]; now: Date };

/** What writes a plan: the messages, the conversations' new numbers, the senders' own marks. */
const writesOf = ({ rows, grown, marks, repliesTo, now }: Written): SQL[] => {
  if (grown.length === 0) return [];
  const writes = [advance(grown)];
  if (rows.length > 0) writes.push(insertionOf(rows));
  if (marks.length > 0) writes.push(markOwnRead(marks));
  // Only a reply to something unread moves a mark past other people's messages: the rest would be noise in the log.
  if (repliesTo.length > 0) writes.push(logMoves(repliesTo, now));
  return writes;
};

/** Has a plan written meanwhile: `done` says after the transaction whether it is stored. */
export const beginSends = (db: Db, written: Written): Promise<{ done: Promise<unknown> }> => doMeanwhile(db, writesOf(written));

/** Writes a plan, for who reads it again in the same transaction. */
export const writeSends = async (db: Db, written: Written): Promise<void> => {
  const { done } = await beginSends(db, written);
  await done;
};

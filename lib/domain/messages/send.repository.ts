import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message } from "#lib/contract/messages.ts";
import type { Db } from "#lib/db/client.ts";
import { askAtOnce, doMeanwhile } from "#lib/db/handed-over.ts";
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
import { type Asked, statement } from "#lib/db/statement.ts";
import { AGREED } from "../bookings/booking.policy.ts";
import { findSummaries, participantsIn } from "../conversations/conversation.reader.ts";
import { lockUploads } from "./attached.repository.ts";
import { findHeld, findRecords, type NewMark, rememberingOf, type Watched } from "./held-send.repository.ts";
import { findByIds, type MessageKey } from "./message.reader.ts";
import { insertionOf, type NewMessage } from "./message.writer.ts";
import { type Facts, type Head, type Member, messageKey, pairKey, type Writer } from "./send.policy.ts";

type HeadRow = { id: string; kind: Head["kind"]; last_seq: number; rev: number; active_at: string; now: string };

/** As strong as these changes need, and no stronger: whoever refers to a conversation (a moved mark) must not wait here. */
const lockingHeads = statement<HeadRow, { ids: string[] }>(
  ({ ids }) => sql`
    select id, kind, last_seq, rev, active_at::text, clock_timestamp()::text as now from ${conversations}
    where id = any(${ids}::uuid[]) order by id for no key update`,
);

/** The conversations' rows, locked in one order so that two batches never wait for each other, and the database's time. */
const lockHeads = async (db: Db, ids: string[]): Promise<{ heads: Head[]; now: Date }> => {
  const rows = await askAtOnce(db, lockingHeads({ ids }));
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

type WriterRow = Omit<Writer, "silencedUntil"> & { silencedUntil: string | null; hasHeld: boolean };
type MemberRow = Omit<Member, "writer"> & { conversationId: string; writer: WriterRow | null };

/**
 * Of two hundred members only who writes is looked up in other tables. Whether anything is held comes with the writer, so that it costs
 * no query where nothing ever was. Of an EXISTS the plan may read all of a table.
 */
const membersOf = statement<MemberRow, { ids: string[]; writerIds: string[] }>(
  ({ ids, writerIds }) => sql`
    select p.conversation_id as "conversationId", p.user_id as "userId", p.hidden_seq as "hiddenSeq", p.sent_seq as "sentSeq",
      coalesce(p.muted_until > now(), false) as "isMuted",
      coalesce((select true from ${pushSubscriptions} browser where browser.user_id = p.user_id limit 1), false) as "isReachable",
      p.archived and coalesce(p.muted_until <= now(), true) as "isAway",
      case when p.user_id = any(${writerIds}::uuid[]) then json_build_object(
        'readSeq', p.read_seq,
        'sharesReceipts', coalesce((select preference.read_receipts from ${preferences} preference where preference.user_id = p.user_id), true),
        'silencedUntil', (select person.silenced_until from ${users} person where person.id = p.user_id and person.silenced_until > now()),
        'hasHeld', coalesce((select true from ${heldMessages} held where held.conversation_id = p.conversation_id limit 1), false)
      ) end as writer
    from ${participants} p
    where p.conversation_id = any(${ids}::uuid[]) and p.left_seq is null`,
);

type Membered = { conversationId: string; hasHeld: boolean; member: Member };

const writerOf = ({ readSeq, sharesReceipts, silencedUntil }: WriterRow): Writer => ({
  readSeq,
  sharesReceipts,
  silencedUntil: silencedUntil === null ? null : new Date(silencedUntil),
});

const activeMembers = async (db: Db, ids: string[], writerIds: string[]): Promise<Membered[]> => {
  const rows = await askAtOnce(db, membersOf({ ids, writerIds }));
  return rows.map(({ conversationId, writer, ...member }) => ({
    conversationId,
    hasHeld: writer?.hasHeld ?? false,
    member: { ...member, writer: writer && writerOf(writer) },
  }));
};

const blocksOf = statement<{ blocker: string; blocked: string }, { userIds: string[] }>(
  ({ userIds }) => sql`
    select blocker_id as blocker, blocked_id as blocked from ${blocks}
    where blocker_id = any(${userIds}::uuid[]) or blocked_id = any(${userIds}::uuid[])`,
);

/** The pairs of people of whom one blocks the other, as far as these take part. */
const findBlocks = async (db: Db, userIds: string[]): Promise<Set<string>> => {
  if (userIds.length === 0) return new Set();
  const rows = await askAtOnce(db, blocksOf({ userIds }));
  return new Set(rows.map(({ blocker, blocked }) => pairKey(blocker, blocked)));
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
  /** Those of them that are to be sent. */
  sentIds?: string[];
  /** Of which conversations it matters whether a booking is confirmed. */
  suspectIds: string[];
  /** Of whom it matters what they sent lately, and where they have signed in. */
  watched: Watched[];
  /** Uploads that are to be sent. */
  uploadIds?: string[];
};

/** How far all have got in the conversations of what is sent again. */
const marksIn = async (db: Db, repeats: Message[]): Promise<Facts["marks"]> => {
  if (repeats.length === 0) return new Map();
  const members = await participantsIn(db, [...new Set(repeats.map(({ conversationId }) => conversationId))]);
  return new Map(repeats.map(({ conversationId: id }) => [id, members.filter((member) => member.conversationId === id)]));
};

/** Locks the conversations and loads all that judging sends into them takes. */
export const loadFacts = async (db: Db, wanted: Wanted): Promise<Facts> => {
  // Read behind the lock, each as of its own moment: what was committed before it was had is seen.
  const [{ heads, now }, members, stored, blocked, booked, records, uploads] = await Promise.all([
    lockHeads(db, wanted.conversationIds),
    activeMembers(db, wanted.conversationIds, wanted.senderIds),
    findByIds(db, wanted.messages),
    findBlocks(db, wanted.senderIds),
    bookedAmong(db, wanted.suspectIds),
    findRecords(db, wanted.watched),
    lockUploads(db, wanted.uploadIds ?? []),
  ]);
  const holding = new Set(members.filter(({ hasHeld }) => hasHeld).map(({ conversationId }) => conversationId));
  const [held, marks] = await Promise.all([
    findHeld(
      db,
      wanted.messages.filter(({ conversationId }) => holding.has(conversationId)),
    ),
    marksIn(
      db,
      stored.filter(({ messageId }) => wanted.sentIds?.includes(messageId)),
    ),
  ]);
  const membersIn = (id: string): Member[] =>
    members.flatMap(({ conversationId, member }) => (conversationId === id ? [member] : []));
  return {
    heads: new Map(heads.map((head) => [head.id, { ...head, members: membersIn(head.id) }])),
    stored: new Map(stored.map((message) => [messageKey(message.conversationId, message.messageId), message])),
    blocked,
    marks,
    booked,
    held,
    records,
    uploads,
    now,
  };
};

const advancing = statement<never, { ids: string[]; seqs: number[]; revs: number[]; at: string[] }>(
  ({ ids, seqs, revs, at }) => sql`
    update ${conversations} c set last_seq = grown.last_seq, rev = grown.rev, active_at = grown.active_at
    from unnest(${ids}::uuid[], ${seqs}::int[], ${revs}::int[], ${at}::text[]::timestamptz[]) as grown (id, last_seq, rev, active_at)
    where c.id = grown.id`,
);

const advance = (grown: Head[]): Asked =>
  advancing({
    ids: grown.map(({ id }) => id),
    seqs: grown.map(({ lastSeq }) => lastSeq),
    revs: grown.map(({ rev }) => rev),
    at: grown.map(({ activeAt }) => activeAt.toISOString()),
  });

export type OwnMark = { conversationId: string; userId: string; seq: number };
type MarkColumns = { talks: string[]; userIds: string[]; seqs: number[] };

const columnsOf = (marks: OwnMark[]): MarkColumns => ({
  talks: marks.map(({ conversationId }) => conversationId),
  userIds: marks.map(({ userId }) => userId),
  seqs: marks.map(({ seq }) => seq),
});

const markingOwnRead = statement<never, MarkColumns>(
  ({ talks, userIds, seqs }) => sql`
    update ${participants} p set delivered_seq = mark.seq, read_seq = mark.seq,
      shown_delivered_seq = mark.seq, shown_read_seq = mark.seq, sent_seq = mark.seq
    from unnest(${talks}::uuid[], ${userIds}::uuid[], ${seqs}::int[]) as mark (conversation_id, user_id, seq)
    where p.conversation_id = mark.conversation_id and p.user_id = mark.user_id`,
);

const loggingMoves = statement<never, MarkColumns & { at: string }>(
  ({ talks, userIds, seqs, at }) => sql`
    insert into ${receiptMoves} (conversation_id, user_id, kind, seq, at)
    select conversation_id, user_id, kind, seq, ${at}::timestamptz
    from unnest(${talks}::uuid[], ${userIds}::uuid[], ${seqs}::int[]) as moved (conversation_id, user_id, seq)
    cross join unnest(array['delivered', 'read']) as kind
    on conflict do nothing`,
);

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

type Written = {
  rows: NewMessage[];
  grown: Head[];
  marks: OwnMark[];
  repliesTo: OwnMark[];
  /** What is to be remembered of what was sent; nothing where a moderator's decision sends it. */
  remembered?: NewMark[];
  now: Date;
};

/** What writes a plan: the messages, the conversations' new numbers, the senders' own marks. */
const writesOf = ({ rows, grown, marks, repliesTo, remembered = [], now }: Written): Asked[] => {
  const writes: Asked[] = remembered.length > 0 ? [rememberingOf(remembered)] : [];
  if (grown.length === 0) return writes;
  writes.push(advance(grown));
  if (rows.length > 0) writes.push(insertionOf(rows));
  if (marks.length > 0) writes.push(markingOwnRead(columnsOf(marks)));
  // Only a reply to something unread moves a mark past other people's messages: the rest would be noise in the log.
  if (repliesTo.length > 0) writes.push(loggingMoves({ ...columnsOf(repliesTo), at: now.toISOString() }));
  return writes;
};

/** Has a plan written meanwhile: `done` says after the transaction whether it is stored. */
export const beginSends = (db: Db, written: Written): Promise<{ done: Promise<unknown> }> => doMeanwhile(db, writesOf(written));

/** Writes a plan, for who reads it again in the same transaction. */
export const writeSends = async (db: Db, written: Written): Promise<void> => {
  const { done } = await beginSends(db, written);
  await done;
};

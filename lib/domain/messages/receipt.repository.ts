import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { blocks, conversations, participants, preferences, receiptMoves } from "#lib/db/schema/index.ts";
import type { Marks } from "./receipt.policy.ts";

/** One change of a member's marks. */
export type Move = {
  conversationId: string;
  userId: string;
  before: Marks;
  after: Marks;
  /** The same as far as others may see. */
  shownBefore: Marks;
  shownAfter: Marks;
  /** Those in the conversation who share no read receipts, and so see nobody's. */
  keptFrom: string[];
};

type Members = { userIds: string[]; conversationIds: string[] };

/**
 * The marks of active members, held still until the transaction ends. Whatever decides who may see them (a block, a
 * preference) holds the same rows while it changes, so that what is read after this is how it stands.
 */
export const lockMarks = (db: Db, { userIds, conversationIds }: Members): Promise<(Marks & { markedUnread: boolean })[]> =>
  db
    .select({
      deliveredSeq: participants.deliveredSeq,
      readSeq: participants.readSeq,
      markedUnread: participants.markedUnread,
    })
    .from(participants)
    .where(
      and(
        inArray(participants.userId, userIds),
        inArray(participants.conversationId, conversationIds),
        isNull(participants.leftSeq),
      ),
    )
    .orderBy(asc(participants.conversationId), asc(participants.userId))
    .for("no key update");

type MoveRow = {
  conversation_id: string;
  user_id: string;
  delivered_before: number;
  read_before: number;
  delivered_seq: number;
  read_seq: number;
  shown_delivered_before: number;
  shown_read_before: number;
  shown_delivered_seq: number;
  shown_read_seq: number;
  kept_from: string[];
};

const moveOf = (row: MoveRow): Move => ({
  conversationId: row.conversation_id,
  userId: row.user_id,
  before: { deliveredSeq: row.delivered_before, readSeq: row.read_before },
  after: { deliveredSeq: row.delivered_seq, readSeq: row.read_seq },
  shownBefore: { deliveredSeq: row.shown_delivered_before, readSeq: row.shown_read_before },
  shownAfter: { deliveredSeq: row.shown_delivered_seq, readSeq: row.shown_read_seq },
  keptFrom: row.kept_from,
});

/**
 * Raises the marks of active members to `wanted`, never past the end and never down, and lets others see as much of
 * them as they may by now. Lock them first. Resolves to those that moved in either way.
 */
export const moveMarks = async (db: Db, { userIds, conversationIds }: Members, wanted: Marks): Promise<Move[]> => {
  const rows = await db.execute<MoveRow>(sql`
    with held as (
      select m.*, greatest(m.delivered_seq, least(${wanted.deliveredSeq}, c.last_seq)) as delivered_after,
        greatest(m.read_seq, least(${wanted.readSeq}, c.last_seq)) as read_after,
        c.kind = 'direct' and exists (
          select 1 from ${participants} o join ${blocks} b
            on (b.blocker_id, b.blocked_id) in ((m.user_id, o.user_id), (o.user_id, m.user_id))
          where o.conversation_id = m.conversation_id) as is_apart,
        exists (select 1 from ${preferences} f where f.user_id = m.user_id and not f.read_receipts) as is_reserved
      from ${participants} m join ${conversations} c on c.id = m.conversation_id
      where m.user_id = any(${sql.param(userIds)}::uuid[]) and m.conversation_id = any(${sql.param(conversationIds)}::uuid[])
        and m.left_seq is null
    ), wanted as (
      select held.*,
        case when is_apart then shown_delivered_seq else delivered_after end as shown_delivered_after,
        case when is_apart or is_reserved then shown_read_seq else read_after end as shown_read_after
      from held
    )
    update ${participants} p set delivered_seq = w.delivered_after, read_seq = w.read_after,
      shown_delivered_seq = w.shown_delivered_after, shown_read_seq = w.shown_read_after
    from wanted w
    where p.conversation_id = w.conversation_id and p.user_id = w.user_id
      and (w.delivered_seq, w.read_seq, w.shown_delivered_seq, w.shown_read_seq)
        is distinct from (w.delivered_after, w.read_after, w.shown_delivered_after, w.shown_read_after)
    returning p.conversation_id, p.user_id, p.delivered_seq, p.read_seq, p.shown_delivered_seq, p.shown_read_seq,
      w.delivered_seq as delivered_before, w.read_seq as read_before,
      w.shown_delivered_seq as shown_delivered_before, w.shown_read_seq as shown_read_before,
      array(select o.user_id from ${participants} o join ${preferences} f on f.user_id = o.user_id and not f.read_receipts
        where o.conversation_id = p.conversation_id and o.left_seq is null) as kept_from`);
  return rows.map(moveOf);
};

/** One has come back to it. */
export const unmark = async (db: Db, userId: string, conversationId: string): Promise<void> => {
  await db
    .update(participants)
    .set({ markedUnread: false })
    .where(and(eq(participants.userId, userId), eq(participants.conversationId, conversationId)));
};

type NewMove = typeof receiptMoves.$inferInsert;

export const logMoves = async (db: Db, moves: NewMove[]): Promise<void> => {
  if (moves.length > 0) await db.insert(receiptMoves).values(moves).onConflictDoNothing();
};

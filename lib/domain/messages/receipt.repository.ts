import { sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { conversations, participants, receiptMoves } from "#lib/db/schema/index.ts";

export type Marks = { deliveredSeq: number; readSeq: number };
/** What a move led to: the marks before and after it. */
export type Move = { before: Marks; after: Marks };

type MoveRow = { delivered_before: number; read_before: number; delivered_seq: number; read_seq: number };

/**
 * Raises the marks of an active member to `seq`, never past the end and never down. The row lock taken by the inner
 * select makes of two devices' moves one after the other. Resolves to nothing for an outsider.
 */
export const moveMarks = async (db: Db, userId: string, conversationId: string, wanted: Marks): Promise<Move | undefined> => {
  const [row] = await db.execute<MoveRow>(sql`
    update ${participants} p set
      delivered_seq = greatest(p.delivered_seq, least(${wanted.deliveredSeq}, held.last_seq)),
      read_seq = greatest(p.read_seq, least(${wanted.readSeq}, held.last_seq))
    from (
      select m.conversation_id, m.user_id, m.delivered_seq, m.read_seq, c.last_seq
      from ${participants} m join ${conversations} c on c.id = m.conversation_id
      where m.conversation_id = ${conversationId} and m.user_id = ${userId} and m.left_seq is null
      for update of m) held
    where p.conversation_id = held.conversation_id and p.user_id = held.user_id
    returning held.delivered_seq as delivered_before, held.read_seq as read_before, p.delivered_seq, p.read_seq`);
  return (
    row && {
      before: { deliveredSeq: row.delivered_before, readSeq: row.read_before },
      after: { deliveredSeq: row.delivered_seq, readSeq: row.read_seq },
    }
  );
};

type NewMove = typeof receiptMoves.$inferInsert;

export const logMoves = async (db: Db, moves: NewMove[]): Promise<void> => {
  if (moves.length > 0) await db.insert(receiptMoves).values(moves).onConflictDoNothing();
};

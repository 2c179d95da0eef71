import type { ReadReceipt, WatermarkMove } from "#lib/contract/messages.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import type { UnreadAnnouncer } from "../conversations/unread.announcer.ts";
import { totalUnread, unreadIn } from "../conversations/unread.reader.ts";
import { fail } from "../fail.ts";
import type { Clock, Publisher } from "../ports.ts";
import { logMoves, type Marks, type Move, moveMarks } from "./receipt.repository.ts";

type Deps = { database: Database; publish: Publisher; unread: UnreadAnnouncer; clock: Clock };

const moved = ({ before, after }: Move) => ({
  delivered: after.deliveredSeq > before.deliveredSeq,
  read: after.readSeq > before.readSeq,
});

export const createReceiptService = ({ database, publish, unread, clock }: Deps) => {
  const raise = async (db: Db, { userId }: Actor, conversationId: string, wanted: Marks, at: Date): Promise<Move> => {
    const move = await moveMarks(db, userId, conversationId, wanted);
    if (!move) throw fail("not_participant");
    const { delivered, read } = moved(move);
    await logMoves(db, [
      ...(delivered ? [{ conversationId, userId, kind: "delivered" as const, seq: move.after.deliveredSeq, at }] : []),
      ...(read ? [{ conversationId, userId, kind: "read" as const, seq: move.after.readSeq, at }] : []),
    ]);
    return move;
  };

  const announce = ({ userId }: Actor, conversationId: string, move: Move, at: string): void => {
    const { delivered, read } = moved(move);
    if (delivered)
      publish.toConversation(conversationId, "message:delivered", { conversationId, userId, seq: move.after.deliveredSeq, at });
    if (read) {
      publish.toConversation(conversationId, "read_receipt:received", {
        conversationId,
        userId,
        seq: move.after.readSeq,
        lastReadAt: at,
      });
    }
  };

  return {
    /** A device of the actor holds everything up to `seq`. @throws {Failure} not_participant */
    delivered: async (actor: Actor, { conversationId, seq }: WatermarkMove): Promise<{ deliveredSeq: number }> => {
      const at = clock();
      const move = await database.write((db) => raise(db, actor, conversationId, { deliveredSeq: seq, readSeq: 0 }, at));
      announce(actor, conversationId, move, at.toISOString());
      return { deliveredSeq: move.after.deliveredSeq };
    },

    /** The actor has read everything up to `seq`; it never falls and never passes the end. @throws {Failure} not_participant */
    read: async (actor: Actor, { conversationId, seq }: WatermarkMove): Promise<ReadReceipt> => {
      const at = clock();
      const { move, unreadCount, total } = await database.write(async (db) => {
        const raised = await raise(db, actor, conversationId, { deliveredSeq: seq, readSeq: seq }, at);
        const [row] = await unreadIn(db, [{ userId: actor.userId, conversationId }]);
        return { move: raised, unreadCount: row?.unread ?? 0, total: await totalUnread(db, actor.userId) };
      });
      announce(actor, conversationId, move, at.toISOString());
      if (moved(move).read) unread.touched(conversationId, [actor.userId]);
      return { readSeq: move.after.readSeq, unreadCount, totalUnread: total };
    },
  };
};

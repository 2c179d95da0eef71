import type { ReadReceipt, WatermarkMove } from "#lib/contract/messages.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { presentMentioned } from "../conversations/conversation.presenter.ts";
import { findSummaries } from "../conversations/conversation.reader.ts";
import type { UnreadAnnouncer } from "../conversations/unread.announcer.ts";
import { totalUnread, unreadIn } from "../conversations/unread.reader.ts";
import { fail } from "../fail.ts";
import type { Clock, Publisher } from "../ports.ts";
import type { DeliveryWatch } from "./delivery-watch.ts";
import type { MarkAnnouncer } from "./mark.announcer.ts";
import type { Marks } from "./receipt.policy.ts";
import { lockMarks, logMoves, type Move, moveMarks, unmark } from "./receipt.repository.ts";

type Deps = {
  database: Database;
  publish: Publisher;
  unread: UnreadAnnouncer;
  marks: MarkAnnouncer;
  deliveries: DeliveryWatch;
  clock: Clock;
};
type Raised = { after: Marks; move: Move | undefined; isMarked: boolean };

const moved = (before: Marks, after: Marks) => ({
  delivered: after.deliveredSeq > before.deliveredSeq,
  read: after.readSeq > before.readSeq,
});

const logOf = ({ conversationId, userId, before, after }: Move, at: Date) => {
  const { delivered, read } = moved(before, after);
  return [
    ...(delivered ? [{ conversationId, userId, kind: "delivered" as const, seq: after.deliveredSeq, at }] : []),
    ...(read ? [{ conversationId, userId, kind: "read" as const, seq: after.readSeq, at }] : []),
  ];
};

const NOWHERE: Marks = { deliveredSeq: 0, readSeq: 0 };

export const createReceiptService = ({ database, publish, unread, marks, deliveries, clock }: Deps) => {
  const raise = async (db: Db, { userId }: Actor, conversationId: string, wanted: Marks, at: Date): Promise<Raised> => {
    const member = { userIds: [userId], conversationIds: [conversationId] };
    const [held] = await lockMarks(db, member);
    if (!held) throw fail("not_participant");
    const [move] = await moveMarks(db, member, wanted);
    if (move) await logMoves(db, logOf(move, at));
    return { after: move?.after ?? held, move, isMarked: held.markedUnread };
  };

  const tellOwn = ({ conversationId, userId, before, after }: Move, at: string): void => {
    const { delivered, read } = moved(before, after);
    const told = { conversationId, userId };
    if (delivered) publish.toUser(userId, "message:delivered", { ...told, seq: after.deliveredSeq, at });
    if (read) publish.toUser(userId, "read_receipt:received", { ...told, seq: after.readSeq, lastReadAt: at });
  };

  const announce = (moves: (Move | undefined)[], at: Date): void => {
    for (const move of moves) {
      if (!move) continue;
      deliveries.held(move.conversationId, move.before.deliveredSeq, move.after.deliveredSeq);
      tellOwn(move, at.toISOString());
      marks.moved({ ...move, at: at.toISOString() });
    }
  };

  return {
    /** A device of the actor holds everything up to `seq`. @throws {Failure} not_participant */
    delivered: async (actor: Actor, { conversationId, seq }: WatermarkMove): Promise<{ deliveredSeq: number }> => {
      const at = clock();
      const wanted = { deliveredSeq: seq, readSeq: 0 };
      const { after, move } = await database.write((db) => raise(db, actor, conversationId, wanted, at));
      announce([move], at);
      return { deliveredSeq: after.deliveredSeq };
    },

    /** The actor has read everything up to `seq`; it never falls and never passes the end. What they had marked as unread is so no more. @throws {Failure} not_participant */
    read: async (actor: Actor, { conversationId, seq }: WatermarkMove): Promise<ReadReceipt> => {
      const at = clock();
      const { raised, own, total, views } = await database.write(async (db) => {
        const raised = await raise(db, actor, conversationId, { deliveredSeq: seq, readSeq: seq }, at);
        if (raised.isMarked) await unmark(db, actor.userId, conversationId);
        const views = raised.isMarked ? await findSummaries(db, actor.userId, [conversationId]) : [];
        const [row] = await unreadIn(db, [{ userId: actor.userId, conversationId }]);
        const own = { unreadCount: row?.unread ?? 0, ...presentMentioned(row?.isMentioned ?? false) };
        return { raised, own, total: await totalUnread(db, actor.userId), views };
      });
      announce([raised.move], at);
      for (const view of views) publish.toUser(actor.userId, "conversation:updated", view);
      if (raised.move && moved(raised.move.before, raised.after).read) unread.touched(conversationId, [actor.userId]);
      return { readSeq: raised.after.readSeq, ...own, totalUnread: total };
    },

    /**
     * Lets others see the marks of these people as far as they may by now: to be called in the transaction that lifts a
     * block or begins to share. Resolves to what tells of it, for after the commit.
     */
    uncover: async (db: Db, userIds: string[], conversationIds: string[]): Promise<() => void> => {
      const members = { userIds, conversationIds };
      await lockMarks(db, members);
      const moves = await moveMarks(db, members, NOWHERE);
      return () => announce(moves, clock());
    },
  };
};
export type ReceiptService = ReturnType<typeof createReceiptService>;

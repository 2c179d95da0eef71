import { and, eq, gte, inArray, sql } from "drizzle-orm";
import type { MessageAt, MessageReceipts } from "#lib/contract/messages.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { participants, receiptMoves } from "#lib/db/schema/index.ts";
import type { Actor } from "../actor.ts";
import { findMembership, membersOf } from "../conversations/conversation.reader.ts";
import { fail } from "../fail.ts";
import { findByIds } from "./message.reader.ts";

type Reached = { userId: string; kind: "delivered" | "read"; at: Date };

/** When each member's marks first reached a place. */
const reachedAt = async (db: Db, conversationId: string, seq: number): Promise<Reached[]> =>
  db
    .select({
      userId: receiptMoves.userId,
      kind: receiptMoves.kind,
      at: sql<Date>`min(${receiptMoves.at})`.mapWith(receiptMoves.at),
    })
    .from(receiptMoves)
    .where(and(eq(receiptMoves.conversationId, conversationId), gte(receiptMoves.seq, seq)))
    .groupBy(receiptMoves.userId, receiptMoves.kind);

/** Those of the members who were there when it was written. */
const whoWasThere = async (db: Db, conversationId: string, userIds: string[], seq: number): Promise<Set<string>> => {
  const rows = await db
    .select({ userId: participants.userId })
    .from(participants)
    .where(
      and(
        eq(participants.conversationId, conversationId),
        inArray(participants.userId, userIds),
        sql`${participants.joinedSeq} < ${seq}`,
      ),
    );
  return new Set(rows.map(({ userId }) => userId));
};

/** What is known of single messages; the marks themselves are in every summary. */
export const createReceiptReader = ({ database }: { database: Database }) => ({
  /** Who got a message and who read it, as far as the actor may see. @throws {Failure} not_participant, not_found */
  ofMessage: ({ userId }: Actor, { conversationId, messageId }: MessageAt): Promise<MessageReceipts> =>
    database.read(async (db) => {
      const membership = await findMembership(db, userId, conversationId);
      if (!membership) throw fail("not_participant");
      const [message] = await findByIds(db, [{ conversationId, id: messageId }]);
      if (!message || message.seq <= membership.hiddenSeq) throw fail("not_found");
      const { seq, senderId, createdAt } = message;
      const members = (await membersOf(db, userId, [conversationId])).get(conversationId) ?? [];
      const there = await whoWasThere(
        db,
        conversationId,
        members.map((member) => member.userId),
        seq,
      );
      const reached = await reachedAt(db, conversationId, seq);
      // What came with the first data has marks and no moves: it was there from the beginning.
      const timeOf = (id: string, kind: Reached["kind"]): string =>
        reached.find((one) => one.userId === id && one.kind === kind)?.at.toISOString() ?? createdAt;
      return {
        receipts: members
          .filter((member) => member.userId !== senderId && there.has(member.userId))
          .map((member) => ({
            userId: member.userId,
            name: member.name,
            deliveredAt: member.deliveredSeq >= seq ? timeOf(member.userId, "delivered") : null,
            readAt: member.readSeq >= seq ? timeOf(member.userId, "read") : null,
          })),
      };
    }),
});

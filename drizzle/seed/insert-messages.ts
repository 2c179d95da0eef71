import type { ConversationRows, MessageRow, ParticipantRow, ReceiptMoveRow } from "./rows.ts";

type NewRow = Omit<MessageRow, "seq" | "rev">;

const KINDS = ["delivered", "read"] as const;

/** What somebody writes at the end, they have read. */
const ownMoves = (rows: MessageRow[]): ReceiptMoveRow[] => {
  const last = new Map(rows.map((row) => [row.senderId, row]));
  return [...last.values()].flatMap(({ conversationId, senderId, seq, createdAt }) =>
    KINDS.map((kind) => ({ conversationId, userId: senderId, kind, seq, at: createdAt })),
  );
};

const marked = (row: ParticipantRow, seq: number): ParticipantRow => ({
  ...row,
  deliveredSeq: seq,
  readSeq: seq,
  shownDeliveredSeq: seq,
  shownReadSeq: seq,
  sentSeq: seq,
});

/** One conversation with more messages after that one; what stands behind them moves on. */
export const insertMessages = (rows: ConversationRows, afterSeq: number, added: NewRow[]): ConversationRows => {
  const moved = (seq: number): number => (seq > afterSeq ? seq + added.length : seq);
  const news: MessageRow[] = added.map((row, index) => ({ ...row, seq: afterSeq + 1 + index, rev: afterSeq + 1 + index }));
  const isEnd = rows.messages.length === afterSeq;
  const own = isEnd ? ownMoves(news) : [];
  const kept = rows.messages.map((row) => ({
    ...row,
    seq: moved(row.seq),
    rev: moved(row.seq),
    replyToSeq: row.replyToSeq == null ? null : moved(row.replyToSeq),
  }));
  return {
    conversations: rows.conversations.map((row) => ({
      ...row,
      lastSeq: row.lastSeq + added.length,
      rev: row.lastSeq + added.length,
      activeAt: isEnd ? (news.at(-1)?.createdAt ?? row.activeAt) : row.activeAt,
    })),
    participants: rows.participants.map((row) => {
      const written = own.find(({ userId }) => userId === row.userId);
      if (written) return marked(row, written.seq);
      const [deliveredSeq, readSeq] = [moved(row.deliveredSeq), moved(row.readSeq)];
      return {
        ...row,
        deliveredSeq,
        readSeq,
        shownDeliveredSeq: deliveredSeq,
        shownReadSeq: readSeq,
        sentSeq: moved(row.sentSeq ?? 0),
      };
    }),
    messages: [...kept, ...news].sort((one, other) => one.seq - other.seq),
    receiptMoves: [...rows.receiptMoves.map((move) => ({ ...move, seq: moved(move.seq) })), ...own],
  };
};

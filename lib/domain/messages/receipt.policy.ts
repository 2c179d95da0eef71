export type Marks = { deliveredSeq: number; readSeq: number };

/** How far a member has got, and how much of that others may see. */
export type MemberMarks = Marks & {
  userId: string;
  shownDeliveredSeq: number;
  shownReadSeq: number;
  /** The member's own newest message. */
  sentSeq: number;
};

/** Who looks: without sharing read receipts one sees nobody else's. */
export type MarksViewer = { userId: string; sharesReceipts: boolean };

/**
 * A member's marks as somebody sees them. Who shares no read receipts sees of others' reading only what their answers
 * give away: who writes has read.
 */
export const marksFor = (viewer: MarksViewer, member: MemberMarks): Marks => {
  if (member.userId === viewer.userId) return { deliveredSeq: member.deliveredSeq, readSeq: member.readSeq };
  return {
    deliveredSeq: member.shownDeliveredSeq,
    readSeq: viewer.sharesReceipts ? member.shownReadSeq : member.sentSeq,
  };
};

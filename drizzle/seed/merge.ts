import type { ConversationRows } from "./rows.ts";

/** The rows of many conversations as one set. */
export const mergeConversations = (parts: ConversationRows[]): ConversationRows => ({
  conversations: parts.flatMap((part) => part.conversations),
  participants: parts.flatMap((part) => part.participants),
  messages: parts.flatMap((part) => part.messages),
  receiptMoves: parts.flatMap((part) => part.receiptMoves),
});

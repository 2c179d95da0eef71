import { type Facts, type Plan, pairKey } from "./send.policy.ts";

export type Recipient = { conversationId: string; userId: string };

/** Whose browsers are to be told of what is written, each once for a conversation: never who wrote it, nor of whom one keeps away. */
export const whoToTell = ({ news }: Pick<Plan, "news">, { heads, blocked }: Pick<Facts, "heads" | "blocked">): Recipient[] => {
  const found = new Map<string, Recipient>();
  for (const { message } of news) {
    const { conversationId, senderId } = message;
    for (const { userId, isTold } of heads.get(conversationId)?.members ?? []) {
      if (!isTold || userId === senderId || blocked.has(pairKey(userId, senderId))) continue;
      found.set(`${conversationId} ${userId}`, { conversationId, userId });
    }
  }
  return [...found.values()];
};

import type { Message } from "#lib/contract/messages.ts";
import { type Facts, pairKey } from "./send.policy.ts";

export type Recipient = { conversationId: string; userId: string };

/**
 * Whose browsers are to be told of what is written, each once for a conversation: never who wrote it, nor of whom one keeps away;
 * who has muted it of what names them alone.
 */
export const whoToTell = (
  { news }: { news: { message: Message }[] },
  { heads, blocked }: Pick<Facts, "heads" | "blocked">,
): Recipient[] => {
  const found = new Map<string, Recipient>();
  for (const { message } of news) {
    const { conversationId, senderId, mentions } = message;
    for (const { userId, isReachable, isMuted } of heads.get(conversationId)?.members ?? []) {
      if (!isReachable || userId === senderId || blocked.has(pairKey(userId, senderId))) continue;
      if (isMuted && !mentions.includes(userId)) continue;
      found.set(`${conversationId} ${userId}`, { conversationId, userId });
    }
  }
  return [...found.values()];
};

/** Whom an edit names who was not named before: they are told of the message, as of a new one. */
export const whoIsNamedAnew = (before: Message, after: Message, facts: Pick<Facts, "heads" | "blocked">): Recipient[] => {
  const fresh = after.mentions.filter((id) => !before.mentions.includes(id));
  return whoToTell({ news: [{ message: { ...after, mentions: fresh } }] }, facts).filter(({ userId }) => fresh.includes(userId));
};

import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message } from "#lib/contract/messages.ts";
import { isMuted } from "./is-muted.ts";

type Given = { message: Message; conversation: ConversationSummary | undefined; selfId: string; now: Date };

/** Whether somebody wants to be told of a message: not of one's own or of plain system lines, and of a muted conversation only what names them. */
export const isWorthAnAlert = ({ message, conversation, selfId, now }: Given): boolean => {
  if (message.senderId === selfId || message.kind === "system") return false;
  return message.mentions.includes(selfId) || !isMuted(conversation?.mutedUntil ?? null, now);
};

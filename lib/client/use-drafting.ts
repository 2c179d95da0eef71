"use client";

import type { Quote } from "./outbox-entry.ts";
import type { Drafting } from "./page-store.ts";
import { usePage } from "./realtime-context.ts";

/** The message of this conversation that is being answered or edited. */
export const useDrafting = (conversationId: string): Drafting | null => {
  const drafting = usePage((state) => state.drafting);
  return drafting?.message.conversationId === conversationId ? drafting : null;
};

/** What a message that is being written quotes. */
export const quoteOf = ({ message: { messageId, senderId, content } }: Drafting): Quote => ({
  messageId,
  senderId,
  excerpt: content.slice(0, 140),
});

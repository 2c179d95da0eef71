"use client";

import { useRealtime } from "./realtime-context.ts";
import { useInboxRoute } from "./use-inbox-route.ts";

/** What one can do about a message that was refused. */
export const useFailedMessage = (messageId: string) => {
  const { outbox, page } = useRealtime();
  const { openId } = useInboxRoute();
  return {
    conversationId: openId,
    retry: (): void => outbox.retry(messageId),
    /** Takes it back into the composer. */
    edit: (): void => {
      const entry = outbox.discard(messageId);
      if (entry) page.setState({ returned: { conversationId: entry.conversationId, text: entry.content } });
    },
    discard: (): void => void outbox.discard(messageId),
  };
};

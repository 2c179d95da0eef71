import type { Message } from "#lib/contract/messages.ts";

type Deps = {
  /** True for the first that asks, over all tabs of this browser. */
  claim: (messageId: string) => Promise<boolean>;
  /** Somebody looks at this conversation, in this tab. */
  isInView: (conversationId: string) => boolean;
  /** It was read, in whichever tab or on whichever device. */
  isRead: (message: Message) => boolean;
  tell: (message: Message) => Promise<void>;
  wait: (ms: number) => Promise<void>;
};

/** So long has the tab that shows a conversation to say so. */
const GRACE_MS = 1_000;

/**
 * Tells of a message once, whatever the number of tabs, and not at all while one of them shows it: that one claims the message
 * at once and says nothing, the others wait for a moment, and the first of them that still gets it tells. What was read by
 * then is no news: a tab that has shown it may be gone already, and its claim with it.
 */
export const createAlerts =
  ({ claim, isInView, isRead, tell, wait }: Deps) =>
  async (message: Message): Promise<void> => {
    if (isInView(message.conversationId)) {
      await claim(message.messageId);
      return;
    }
    await wait(GRACE_MS);
    if (!isRead(message) && (await claim(message.messageId))) await tell(message);
  };

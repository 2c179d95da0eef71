import type { Message } from "#lib/contract/messages.ts";

type Deps = {
  /** True for the first that asks, over all tabs of this browser. */
  claim: (messageId: string) => Promise<boolean>;
  /** Somebody looks at this conversation, in this tab. */
  isInView: (conversationId: string) => boolean;
  tell: (message: Message) => Promise<void>;
  wait: (ms: number) => Promise<void>;
};

/** So long has the tab that shows a conversation to say so. */
const GRACE_MS = 1_000;

/**
 * Tells of a message once, whatever the number of tabs, and not at all while one of them shows it: that one claims the message
 * at once and says nothing, the others wait for a moment, and the first of them that still gets it tells.
 */
export const createAlerts =
  ({ claim, isInView, tell, wait }: Deps) =>
  async (message: Message): Promise<void> => {
    if (isInView(message.conversationId)) {
      await claim(message.messageId);
      return;
    }
    await wait(GRACE_MS);
    if (await claim(message.messageId)) await tell(message);
  };

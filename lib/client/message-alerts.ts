import type { Message } from "#lib/contract/messages.ts";
import { claim, isInView, wait } from "./alert-claims.ts";
import { isWorthAnAlert } from "./alert-policy.ts";
import { createAlerts } from "./alerts.ts";
import { ownReadSeq } from "./conversation-merge.ts";
import type { LiveCache } from "./live-cache.ts";

/** How the page says what files are. */
type FileWords = (attachments: Message["attachments"]) => string;

/** What makes the sound comes with the first message to tell of; what decides is there before. */
const browserAlerts = () => import("./browser-alerts.ts");

/** Tells somebody who does not look of new messages, with a sound and outside of the page. */
export const createMessageAlerts = (selfId: string, live: LiveCache) => {
  let fileWords: FileWords = () => "";
  const tellOnce = createAlerts({
    claim,
    isInView,
    isRead: ({ conversationId, seq }) => {
      const conversation = live.state().conversations[conversationId];
      return conversation !== undefined && ownReadSeq(conversation, selfId) >= seq;
    },
    wait,
    tell: async ({ attachments, ...message }) =>
      (await browserAlerts()).tellOf({ ...message, content: message.content || fileWords(attachments) }),
  });
  return {
    speak: (words: FileWords): void => {
      fileWords = words;
    },
    tell: async (message: Message): Promise<void> => {
      const conversation = live.state().conversations[message.conversationId];
      if (isWorthAnAlert({ message, conversation, selfId, now: new Date() })) await tellOnce(message);
    },
    /** What a device shows of a conversation goes when that is read, on whichever device. */
    withdraw: async (conversationId: string): Promise<void> => {
      if (window.Notification?.permission === "granted") await (await browserAlerts()).withdraw(conversationId);
    },
  };
};
export type MessageAlerts = ReturnType<typeof createMessageAlerts>;

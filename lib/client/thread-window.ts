import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message, MessagePage } from "#lib/contract/messages.ts";
import { ownReadSeq } from "./conversation-merge.ts";
import { countsUnread } from "./counts-unread.ts";

/** As many unread messages as the newest page can hold and still show what came before them. */
const FITS = 40;

export type WindowQuery = { around?: number };

/** Where to begin reading: the newest page, or around the first unread message when that lies before it. */
export const windowQuery = (conversation: ConversationSummary, selfId: string): WindowQuery => {
  const read = ownReadSeq(conversation, selfId);
  const isFar = conversation.unreadCount > 0 && conversation.lastSeq - read > FITS;
  return isFar ? { around: read + 1 } : {};
};

/** On which sides of the page there is more. `lastSeq` is the conversation's newest, as far as known. */
export const windowEdges = (
  { messages, hasMore }: MessagePage,
  { around }: WindowQuery,
  lastSeq: number,
): { hasOlder: boolean; hasNewer: boolean } => {
  if (around === undefined) return { hasOlder: hasMore, hasNewer: false };
  const first = messages[0]?.seq ?? 1;
  const last = messages.at(-1)?.seq ?? 0;
  return { hasOlder: hasMore && first > 1, hasNewer: hasMore && last < lastSeq };
};

/** The first message after the read mark that counts as unread, if it is in the window. */
export const firstUnread = (
  messages: readonly Message[],
  conversation: ConversationSummary,
  selfId: string,
): Message | undefined => {
  if (conversation.unreadCount === 0) return undefined;
  const read = ownReadSeq(conversation, selfId);
  return messages.find((message) => message.seq > read && countsUnread(message, selfId));
};

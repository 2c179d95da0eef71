import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message } from "#lib/contract/messages.ts";
import { type InboxState, putConversation, putThread, settleLists } from "./inbox-state.ts";
import { openThread, type Thread } from "./thread.ts";

/** How much of a person's history this browser keeps. */
export const KEPT = { conversations: 30, messages: 200 } as const;

/** A conversation as it is kept, with its newest messages without a hole between them. */
export type KeptConversation = {
  userId: string;
  id: string;
  conversation: ConversationSummary;
  messages: readonly Message[];
  hasOlder: boolean;
  /** Up to which every change of the messages is held; null while none were ever read. */
  rev: number | null;
};

export type KeptMessages = Pick<KeptConversation, "messages" | "hasOlder" | "rev">;

/** As many of the newest as are kept. */
export const newestOf = (messages: readonly Message[], hasOlder: boolean): Pick<KeptMessages, "messages" | "hasOlder"> => ({
  messages: messages.slice(-KEPT.messages),
  hasOlder: hasOlder || messages.length > KEPT.messages,
});

/** The kept messages before a window, unless one of them may have changed meanwhile: every change must be one of the window's. */
const before = (former: KeptMessages | undefined, { messages, held }: Thread): readonly Message[] => {
  const [first] = messages;
  if (!first || former?.rev == null) return [];
  const { rev } = former;
  const older = former.messages.filter(({ seq }) => seq < first.seq);
  const changes = messages.filter((message) => message.rev > rev).length;
  return older.at(-1)?.seq === first.seq - 1 && held.upTo - rev === changes ? older : [];
};

const isAtEnd = ({ hasNewer, stale, early }: Thread): boolean => !hasNewer && !stale && early.length === 0;

/** The messages to keep after what is held now: those of the window, and before it what was kept. */
export const keptMessages = (former: KeptMessages | undefined, thread: Thread | undefined): KeptMessages => {
  if (!thread || !isAtEnd(thread)) return former ?? { messages: [], hasOlder: true, rev: null };
  const older = before(former, thread);
  const hasOlder = older.length > 0 ? former?.hasOlder === true : thread.hasOlder;
  return { ...newestOf([...older, ...thread.messages], hasOlder), rev: thread.held.upTo };
};

/** Nothing is missing of what is to be kept of this conversation. */
export const isWhole = ({ conversation, messages, hasOlder, rev }: KeptConversation): boolean =>
  rev === conversation.rev && (!hasOlder || messages.length >= KEPT.messages);

/** The conversations as they were kept, where nothing newer is held. */
export const recallConversations = (state: InboxState, kept: readonly KeptConversation[]): InboxState => {
  const unknown = kept.filter(({ id }) => !(id in state.conversations));
  const recalled = unknown.reduce((next, { conversation }) => putConversation(next, conversation), state);
  const unread = unknown.reduce((sum, { conversation }) => sum + conversation.unreadCount, 0);
  return settleLists({ ...recalled, totalUnread: state.totalUnread + unread });
};

/** The messages as they were kept, where none are held. What has changed since is asked for from their revision on. */
export const recallThread = (state: InboxState, kept: KeptConversation): InboxState => {
  const recalled = recallConversations(state, [kept]);
  const { id, messages, hasOlder, rev } = kept;
  if (rev === null || id in recalled.threads) return recalled;
  const lastSeq = messages.at(-1)?.seq ?? 0;
  return putThread(recalled, id, openThread({ messages, hasOlder, hasNewer: false }, { rev, lastSeq }));
};

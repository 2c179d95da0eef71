import type { ConversationFilter, ConversationSummary } from "#lib/contract/conversations.ts";
import type { Thread } from "./thread.ts";

/** A place among conversations: newest activity first, ids break ties. */
type Place = { updatedAt: string; id: string };

/** A place in the chat list: what is pinned stands above the rest. */
export type ListPlace = Place & { pinned: boolean };

/** One list of conversations, as far as it was read. */
export type ConversationList = {
  filter: ConversationFilter;
  /** What was searched for; empty for everything. */
  q: string;
  ids: readonly string[];
  /** The last place that was read; null when the list is read to its end. */
  floor: ListPlace | null;
  nextCursor: string | null;
};

/** The newest count that the server told of a conversation, when it was taken, and the newest message that it knows of. */
type Told = { at: string; lastSeq: number; unreadCount: number };

/**
 * What the server counted, and as of when, by the one clock that dates counts (ISO 8601): of single conversations since the last sync, of
 * all of them in that sync, and in total.
 */
export type Counted = { told: Readonly<Record<string, Told>>; syncedAt: string; totalAt: string };
export const uncounted: Counted = { told: {}, syncedAt: "", totalAt: "" };

/** What this browser holds of one person's conversations. Plain data; changed by the functions of `apply-event.ts` alone. */
export type InboxState = {
  selfId: string;
  conversations: Readonly<Record<string, ConversationSummary>>;
  lists: readonly ConversationList[];
  threads: Readonly<Record<string, Thread>>;
  totalUnread: number;
  counted: Counted;
  /** The last revision before a hole, for conversations of which no messages are held. */
  gaps: Readonly<Record<string, number>>;
  /** Conversations that there was news of but that are not held. */
  missing: readonly string[];
};

export const emptyInbox = (selfId: string): InboxState => ({
  selfId,
  conversations: {},
  lists: [],
  threads: {},
  totalUnread: 0,
  counted: uncounted,
  gaps: {},
  missing: [],
});

/** Negative when `left` is the newer of the two. */
export const comparePlaces = (left: Place, right: Place): number => {
  if (left.updatedAt !== right.updatedAt) return left.updatedAt > right.updatedAt ? -1 : 1;
  if (left.id === right.id) return 0;
  return left.id > right.id ? -1 : 1;
};

/** Negative when `left` stands above `right` in the list. */
export const compareInList = (left: ListPlace, right: ListPlace): number =>
  left.pinned === right.pinned ? comparePlaces(left, right) : left.pinned ? -1 : 1;

export const placeOf = ({ pinned, updatedAt, id }: ConversationSummary): ListPlace => ({ pinned, updatedAt, id });

const byFilter: Record<ConversationFilter, (conversation: ConversationSummary) => boolean> = {
  all: ({ archived }) => !archived,
  unread: ({ unreadCount, markedUnread }) => unreadCount > 0 || markedUnread,
  archived: ({ archived }) => archived,
};

/** Whether the list would hold the conversation if it were read now. What a search finds, only the server can tell. */
const belongsIn = (list: ConversationList, conversation: ConversationSummary): boolean => {
  if (!byFilter[list.filter](conversation)) return false;
  if (list.q !== "") return list.ids.includes(conversation.id);
  return list.floor === null || compareInList(placeOf(conversation), list.floor) <= 0;
};

const sameIds = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((id, index) => id === right[index]);

/** The list with those that belong in it, in order; the same object when nothing moved. */
const settleList = (list: ConversationList, conversations: readonly ConversationSummary[]): ConversationList => {
  const shown = conversations.filter((conversation) => belongsIn(list, conversation)).sort(compareInList);
  const ids = shown.map(({ id }) => id);
  return sameIds(ids, list.ids) ? list : { ...list, ids };
};

/** Brings every list in step with the conversations. */
export const settleLists = (state: InboxState): InboxState => {
  const conversations = Object.values(state.conversations);
  const lists = state.lists.map((list) => settleList(list, conversations));
  return lists.some((list, index) => list !== state.lists[index]) ? { ...state, lists } : state;
};

/** One more or one changed conversation, without touching the lists. */
export const putConversation = (state: InboxState, conversation: ConversationSummary): InboxState =>
  state.conversations[conversation.id] === conversation
    ? state
    : {
        ...state,
        conversations: { ...state.conversations, [conversation.id]: conversation },
        missing: state.missing.filter((id) => id !== conversation.id),
      };

export const putThread = (state: InboxState, id: string, thread: Thread): InboxState =>
  state.threads[id] === thread ? state : { ...state, threads: { ...state.threads, [id]: thread } };

const without = <Value>(record: Readonly<Record<string, Value>>, id: string): Readonly<Record<string, Value>> => {
  if (!(id in record)) return record;
  const { [id]: _, ...rest } = record;
  return rest;
};

/** A conversation that one is no longer in goes with everything that was held of it. */
export const dropConversation = (state: InboxState, id: string): InboxState =>
  settleLists({
    ...state,
    totalUnread: state.totalUnread - (state.conversations[id]?.unreadCount ?? 0),
    conversations: without(state.conversations, id),
    threads: without(state.threads, id),
    counted: { ...state.counted, told: without(state.counted.told, id) },
    gaps: without(state.gaps, id),
    missing: state.missing.filter((missing) => missing !== id),
  });

export const withoutGap = (state: InboxState, id: string): InboxState =>
  id in state.gaps ? { ...state, gaps: without(state.gaps, id) } : state;

/** The revision up to which every change of the conversation is held: what a sync starts from. */
export const cursorOf = (state: InboxState, { id, rev }: ConversationSummary): number =>
  state.threads[id]?.held.upTo ?? state.gaps[id] ?? rev;

/** The conversations of which a change was missed. */
export const behind = (state: InboxState): string[] =>
  Object.values(state.conversations)
    .filter((conversation) => !state.threads[conversation.id]?.stale && cursorOf(state, conversation) < conversation.rev)
    .map(({ id }) => id);

/** The conversations whose messages must be read anew. */
export const staleThreads = ({ threads }: InboxState): string[] => Object.keys(threads).filter((id) => threads[id]?.stale);

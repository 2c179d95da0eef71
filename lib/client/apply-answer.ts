import type { ConversationFilter, ConversationPage, ConversationSummary } from "#lib/contract/conversations.ts";
import type { MessagePage } from "#lib/contract/messages.ts";
import { mergeLate, mergeSummaries } from "./conversation-merge.ts";
import {
  type ConversationList,
  cursorOf,
  type InboxState,
  placeOf,
  putConversation,
  putThread,
  settleLists,
} from "./inbox-state.ts";
import { heldUpTo } from "./revisions.ts";
import { openThread, renewed, type Thread, withNewer, withOlder } from "./thread.ts";

/**
 * Answers to questions over HTTP. `since` is the state at the moment of asking: what changed between the question and its
 * answer is newer than the answer.
 */
type Since = InboxState;

const mergeAnswered = (state: InboxState, fresh: ConversationSummary, since: Since): InboxState => {
  const held = state.conversations[fresh.id];
  const before = since.conversations[fresh.id];
  if (!held) return before ? state : putConversation(state, fresh);
  return putConversation(state, held === before ? mergeSummaries(held, fresh) : mergeLate(held, fresh));
};

/** One conversation as it was when asked for. */
export const applyConversationAnswer = (state: InboxState, fresh: ConversationSummary, since: Since): InboxState => {
  const merged = mergeAnswered(state, fresh, since);
  const { [fresh.id]: gap, ...gaps } = merged.gaps;
  const isFilled = gap !== undefined && fresh.rev >= (merged.conversations[fresh.id]?.rev ?? 0);
  return settleLists(isFilled ? { ...merged, gaps } : merged);
};

export type ListName = { filter: ConversationFilter; q: string };

const isList =
  ({ filter, q }: ListName) =>
  (list: ConversationList): boolean =>
    list.filter === filter && list.q === q;

export const findList = (state: InboxState, name: ListName): ConversationList | undefined => state.lists.find(isList(name));

const extended = (
  list: ConversationList | undefined,
  name: ListName,
  { items, nextCursor }: ConversationPage,
): ConversationList => {
  const last = items.at(-1);
  const ids = [...new Set([...(list?.ids ?? []), ...items.map(({ id }) => id)])];
  return { ...name, ids, nextCursor, floor: nextCursor !== null && last ? placeOf(last) : null };
};

/** A page of a list: the first one begins the list anew, the next one (`isNext`) continues it. */
export const applyListAnswer = (
  state: InboxState,
  name: ListName,
  page: ConversationPage,
  { since, isNext }: { since: Since; isNext: boolean },
): InboxState => {
  const merged = page.items.reduce((next, item) => mergeAnswered(next, item, since), state);
  const list = extended(isNext ? findList(merged, name) : undefined, name, page);
  const lists = [...merged.lists.filter((other) => !isList(name)(other)), list];
  const totalUnread = state.totalUnread === since.totalUnread ? page.totalUnread : state.totalUnread;
  return settleLists({ ...merged, lists, totalUnread });
};

/** What happened to the messages of an answer while it was on its way is not in the thread: a sync must begin before that. */
const asOf = (thread: Thread, rev: number): Thread => (rev < thread.held.upTo ? { ...thread, held: heldUpTo(rev) } : thread);

const revAtAsking = (id: string, since: Since): number => {
  const conversation = since.conversations[id];
  return conversation ? cursorOf(since, conversation) : 0;
};

export type PageKind = "older" | "newer";

/** One more page of a thread that is held. */
export const applyPageAnswer = (
  state: InboxState,
  id: string,
  page: MessagePage,
  { since, kind }: { since: Since; kind: PageKind },
): InboxState => {
  const thread = state.threads[id];
  if (!thread) return state;
  const grown = kind === "older" ? withOlder(thread, page) : withNewer(thread, page);
  const moved = thread.held !== since.threads[id]?.held;
  return putThread(state, id, moved ? asOf(grown, revAtAsking(id, since)) : grown);
};

type Window = { page: MessagePage; hasOlder: boolean; hasNewer: boolean };

/** A thread that was read anew, at the revision that the conversation had when asked for. */
export const applyWindowAnswer = (state: InboxState, id: string, { page, ...edges }: Window, since: Since): InboxState => {
  const { rev, lastSeq } = since.conversations[id] ?? { rev: 0, lastSeq: 0 };
  const fresh = openThread({ messages: page.messages, ...edges }, { rev, lastSeq });
  return putThread(state, id, renewed(fresh, state.threads[id]));
};

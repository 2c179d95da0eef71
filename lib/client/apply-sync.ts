import type { Change, Cursors, SyncAnswer } from "#lib/contract/session.ts";
import { mergeSince, withUnread } from "./conversation-merge.ts";
import { dropConversation, type InboxState, putConversation, putThread, settleLists, withoutGap } from "./inbox-state.ts";
import { caughtUpThread, type Thread, takeMessage } from "./thread.ts";

type Asked = { asked: Cursors | undefined; since: InboxState | undefined };

/** Whether the changes begin where the thread ends: those of a conversation that was not named are only its newest messages. */
const continues = (thread: Thread, id: string, asked: Cursors | undefined): boolean =>
  asked === undefined || (asked[id] ?? Number.POSITIVE_INFINITY) <= thread.held.upTo;

const changedThread = (thread: Thread, { conversation, messages, complete }: Change, asked: Cursors | undefined): Thread => {
  if (!continues(thread, conversation.id, asked)) return thread;
  const taken = messages.reduce(takeMessage, thread);
  return complete ? caughtUpThread(taken, conversation.rev) : { ...taken, stale: true };
};

const applyChange = (state: InboxState, change: Change, { asked, since }: Asked): InboxState => {
  const { conversation } = change;
  const held = state.conversations[conversation.id];
  const merged = held ? mergeSince(held, conversation, since?.conversations[conversation.id]) : conversation;
  const placed = withoutGap(putConversation(state, merged), conversation.id);
  const thread = state.threads[conversation.id];
  return thread ? putThread(placed, conversation.id, changedThread(thread, change, asked)) : placed;
};

/** Counts that were taken at `countedAt`; one that was told later stands. */
const applyCounts = (state: InboxState, { unreadCounts, mentionedIn, totalUnread, countedAt }: SyncAnswer): InboxState => {
  const { told: before, totalAt } = state.counted;
  const told = Object.fromEntries(Object.entries(before).filter(([, { at }]) => at > countedAt));
  const conversations = { ...state.conversations };
  for (const [id, conversation] of Object.entries(conversations)) {
    if (id in told) continue;
    const mentioned = mentionedIn?.includes(id) || undefined;
    conversations[id] = withUnread(conversation, { unreadCount: unreadCounts[id] ?? 0, mentioned });
  }
  const total = totalAt > countedAt ? { totalAt, totalUnread: state.totalUnread } : { totalAt: countedAt, totalUnread };
  const counted = { told, syncedAt: countedAt, totalAt: total.totalAt };
  return { ...state, conversations, counted, totalUnread: total.totalUnread };
};

/**
 * Takes what a sync (or the greeting of a new connection) says was missed. `asked` are the cursors that it answers; without
 * them the changes are taken to continue what is held. `since` is what was held when it was asked, if news may have come since.
 */
export const applySync = (state: InboxState, answer: SyncAnswer, asked?: Cursors, since?: InboxState): InboxState => {
  const gone = answer.changes.filter(({ conversation }) => conversation.membership === "left");
  const present = answer.changes.filter(({ conversation }) => conversation.membership === "active");
  const kept = gone.reduce((left, { conversation }) => dropConversation(left, conversation.id), state);
  const changed = present.reduce((next, change) => applyChange(next, change, { asked, since }), kept);
  return settleLists(applyCounts(changed, answer));
};

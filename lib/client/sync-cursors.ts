import { pageLimits } from "#lib/contract/page-limits.ts";
import type { Cursors } from "#lib/contract/session.ts";
import { comparePlaces, cursorOf, type InboxState } from "./inbox-state.ts";

/** The revision up to which each conversation is held, for the handshake and for a sync: the newest conversations, as many as may be named. */
export const cursorsOf = (state: InboxState): Cursors => {
  const newest = Object.values(state.conversations).sort(comparePlaces).slice(0, pageLimits.syncCursors);
  return Object.fromEntries(newest.map((conversation) => [conversation.id, cursorOf(state, conversation)]));
};

import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { compareInList } from "./inbox-state.ts";

/** The list with one more conversation in its place, unless it is there already. */
export const keepInList = (
  conversations: readonly ConversationSummary[],
  kept: ConversationSummary | undefined,
): readonly ConversationSummary[] =>
  !kept || conversations.some(({ id }) => id === kept.id) ? conversations : [...conversations, kept].sort(compareInList);

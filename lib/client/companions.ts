import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import { foldName } from "./fold-name.ts";
import { comparePlaces, placeOf } from "./inbox-state.ts";

export type Companion = Pick<Participant, "userId" | "name" | "role">;

/** Those whom one shares a conversation with and can bring into a group, by when one last heard of each. */
export const companionsIn = (conversations: readonly ConversationSummary[], selfId: string): Companion[] => {
  const inOrder = [...conversations].sort((one, other) => comparePlaces(placeOf(one), placeOf(other)));
  const blocked = new Set(
    inOrder
      .filter(({ kind, blocked }) => kind === "direct" && blocked === "by_me")
      .flatMap(({ participants }) => participants.map(({ userId }) => userId)),
  );
  const found = new Map<string, Companion>();
  for (const { userId, name, role } of inOrder.flatMap(({ participants }) => participants)) {
    if (userId !== selfId && !blocked.has(userId) && !found.has(userId)) found.set(userId, { userId, name, role });
  }
  return [...found.values()];
};

/** Those of whose name some word begins with `q`, or who have it within. */
export const withName = (people: readonly Companion[], q: string): Companion[] => {
  const wanted = foldName(q.trim());
  return people.filter(({ name }) => foldName(name).includes(wanted));
};

import type { ConversationSummary } from "#lib/contract/conversations.ts";

type Talk = Pick<ConversationSummary, "kind" | "participants">;

/** A name goes on: "@Ann" is not named in "@Anna". */
const GOES_ON = /^[\p{L}\p{N}]/u;

const isNamed = (text: string, name: string): boolean =>
  text.split(`@${name}`).some((rest, index) => index > 0 && !GOES_ON.test(rest));

/** Whom of the others in a group a text names: an @ and the name as it stands there. Two of one name are both meant. */
export const namedIn = (talk: Talk | undefined, selfId: string, text: string): string[] => {
  if (talk?.kind !== "group" || !text.includes("@")) return [];
  return talk.participants.flatMap(({ userId, name }) => (userId !== selfId && isNamed(text, name) ? userId : []));
};

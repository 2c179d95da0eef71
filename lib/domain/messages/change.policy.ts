import { limits } from "#lib/contract/limits.ts";
import type { Message, ReactMessage } from "#lib/contract/messages.ts";
import { type Failure, fail } from "../fail.ts";
import { isNewHand } from "../scan/takeover.policy.ts";
import type { Glance } from "./content.policy.ts";
import { type Facts, type Head, type Member, messageKey, pairKey, refusalOfMentions, suspensionIn } from "./send.policy.ts";
import type { SenderRecord } from "./send-verdict.policy.ts";

/** Who wants to change which message. */
export type Wish = { userId: string; conversationId: string; messageId: string };

/** A message that somebody may see, in its locked conversation. */
export type Seen = { head: Head; member: Member; message: Message };

/** What the actor may see of what they named. @throws {Failure} not_participant, not_found: what is hidden from a member is not there */
export const seenBy = ({ userId, conversationId, messageId }: Wish, { heads, stored }: Facts): Seen => {
  const head = heads.get(conversationId);
  const member = head?.members.find((one) => one.userId === userId);
  if (!head || !member) throw fail("not_participant");
  const message = stored.get(messageKey(conversationId, messageId));
  if (!message || message.seq <= member.hiddenSeq) throw fail("not_found");
  return { head, member, message };
};

/** Nothing new passes between two of whom one blocks the other, and who is silenced says nothing new. */
const closedTo = ({ head, member }: Seen, { blocked }: Facts): Failure | undefined => {
  const silenced = suspensionIn(head, member.userId);
  if (silenced) return silenced;
  const isBlocked = head.members.some(({ userId }) => blocked.has(pairKey(member.userId, userId)));
  return head.kind === "direct" && isBlocked ? fail("blocked") : undefined;
};

const isOwn = ({ member, message }: Seen): boolean => message.senderId === member.userId && message.kind !== "system";

/** What the system says and what is deleted stays as it is. */
const isFixed = ({ kind, deletedAt }: Message): boolean => kind === "system" || deletedAt !== null;

/** `gone` tells those who asked late, without a network, that nothing has gone wrong. */
const gone = (): Failure =>
  fail("conflict", { message: "This message is no longer there to be changed.", details: { gone: true } });

/** What an edit puts in the place of what stands there; without `mentions` those stay. */
export type Words = { content: string; mentions?: string[] | undefined };

const areSame = (one: string[], other: string[]): boolean =>
  one.every((id) => other.includes(id)) && other.every((id) => one.includes(id));

/** The edit says what stands there already. */
export const isAsItWas = ({ content, mentions }: Message, words: Words): boolean =>
  words.content === content && areSame(words.mentions ?? mentions, mentions);

/** Why its words may not be changed, if so. A repeat of what stands there is no change, at any time. */
export const refusalOfEdit = (seen: Seen, words: Words, facts: Facts): Failure | undefined => {
  const { message } = seen;
  if (!isOwn(seen)) return fail("forbidden", { message: "Only who wrote a message can edit it." });
  if (message.deletedAt) return gone();
  if (isAsItWas(message, words)) return undefined;
  const closed = closedTo(seen, facts);
  if (closed) return closed;
  const isLate = facts.now.getTime() - Date.parse(message.createdAt) > limits.editMs;
  const minutes = limits.editMs / 60_000;
  if (isLate) return fail("conflict", { message: `A message can be edited for ${minutes} minutes.` });
  return refusalOfMentions(seen.head, words.mentions ?? [], message.seq);
};

/** New hands on an old account do not put money words where harmless ones have passed: what is sent is counted, an edit is not. */
export const refusalOfNewHand = (glance: Glance, record: SenderRecord | undefined, now: Date): Failure | undefined =>
  glance.isMoney && record && isNewHand(record, now)
    ? fail("content_rejected", { message: "Send this as a message of its own.", details: { rules: [] } })
    : undefined;

/** Why it may not be taken away, if so. A block does not keep anybody from taking back their own words. */
export const refusalOfDeletion = (seen: Seen): Failure | undefined =>
  isOwn(seen) ? undefined : fail("forbidden", { message: "Only who wrote a message can delete it." });

type Reactions = Message["reactions"];

/** The reactions after one more, or one less; the same list when nothing changes. */
export const reactionsAfter = (
  reactions: Reactions,
  userId: string,
  { emoji, op }: Pick<ReactMessage, "emoji" | "op">,
): Reactions => {
  const held = reactions.find((one) => one.emoji === emoji);
  const isThere = held?.userIds.includes(userId) ?? false;
  if (isThere === (op === "add")) return reactions;
  if (!held) return [...reactions, { emoji, userIds: [userId] }];
  const userIds = isThere ? held.userIds.filter((id) => id !== userId) : [...held.userIds, userId];
  return reactions.flatMap((one) => (one !== held ? [one] : userIds.length > 0 ? [{ emoji, userIds }] : []));
};

/** Why nothing may be put below it, if so. To take one's own away is always possible. */
export const refusalOfReaction = (seen: Seen, after: Reactions, facts: Facts): Failure | undefined => {
  const { message } = seen;
  const isMore = after.length > message.reactions.length;
  const isAdded = after.flatMap(({ userIds }) => userIds).length > message.reactions.flatMap(({ userIds }) => userIds).length;
  if (isFixed(message) && after !== message.reactions) return gone();
  if (!isAdded) return undefined;
  if (isMore && after.length > limits.emojiPerMessage)
    return fail("conflict", { message: `At most ${limits.emojiPerMessage} different emoji go below one message.` });
  return closedTo(seen, facts);
};

/** Those of its members who see it: from whom it is hidden, since they joined later, hears nothing of it. */
export const whoSees = ({ head, message }: Pick<Seen, "head" | "message">): string[] =>
  head.members.filter(({ hiddenSeq }) => hiddenSeq < message.seq).map(({ userId }) => userId);

import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import type { Message } from "#lib/contract/messages.ts";
import { newerOf } from "./thread.ts";

/** How far one participant has got. */
type Marks = { deliveredSeq: number; readSeq: number };

const raised = (participant: Participant, { deliveredSeq, readSeq }: Marks): Participant => {
  const read = Math.max(participant.readSeq, readSeq);
  const delivered = Math.max(participant.deliveredSeq, deliveredSeq, read);
  const moves = read > participant.readSeq || delivered > participant.deliveredSeq;
  return moves ? { ...participant, deliveredSeq: delivered, readSeq: read } : participant;
};

/** Raises one participant's watermarks; they never fall, and what is read is thereby delivered. */
export const raiseMarks = (conversation: ConversationSummary, userId: string, marks: Marks): ConversationSummary => {
  const participants = conversation.participants.map((one) => (one.userId === userId ? raised(one, marks) : one));
  const moves = participants.some((one, index) => one !== conversation.participants[index]);
  return moves ? { ...conversation, participants } : conversation;
};

type Contact = Pick<ConversationSummary, "heardSeq" | "sentSeq">;

/** What of two was written earlier by others and later by oneself, in whatever order it is heard. */
export const withContact = (conversation: ConversationSummary, other: Contact): ConversationSummary => {
  const sentSeq = Math.max(conversation.sentSeq, other.sentSeq);
  const seqs = [conversation.heardSeq, other.heardSeq].filter((seq) => seq !== null);
  const heardSeq = seqs.length > 0 ? Math.min(...seqs) : null;
  const isSame = sentSeq === conversation.sentSeq && heardSeq === conversation.heardSeq;
  return isSame ? conversation : { ...conversation, sentSeq, heardSeq };
};

/** The conversation after one more message, or after a new version of its last. */
export const withLastMessage = (conversation: ConversationSummary, message: Message): ConversationSummary => {
  const { lastMessage, lastSeq, rev, updatedAt } = conversation;
  const isNew = message.seq > lastSeq;
  const isLast = lastMessage?.messageId === message.messageId;
  const newest = isNew ? message : isLast ? newerOf(lastMessage, message) : lastMessage;
  if (newest === lastMessage && message.rev <= rev) return conversation;
  return {
    ...conversation,
    lastSeq: Math.max(lastSeq, message.seq),
    rev: Math.max(rev, message.rev),
    lastMessage: newest,
    updatedAt: isNew && message.createdAt > updatedAt ? message.createdAt : updatedAt,
  };
};

const withLastOf = (conversation: ConversationSummary, { lastMessage }: ConversationSummary): ConversationSummary =>
  lastMessage ? withLastMessage(conversation, lastMessage) : conversation;

/** What no view takes back: of two, the later message and the higher marks. */
const withMarksOf = (conversation: ConversationSummary, other: ConversationSummary): ConversationSummary =>
  other.participants.reduce(
    (merged, one) => raiseMarks(merged, one.userId, one),
    withContact(withLastOf(conversation, other), other),
  );

export const ownReadSeq = ({ participants }: ConversationSummary, selfId: string): number =>
  participants.find(({ userId }) => userId === selfId)?.readSeq ?? 0;

type Unread = Pick<ConversationSummary, "unreadCount" | "mentioned">;

/** With as much unread as the server has counted. */
export const withUnread = (conversation: ConversationSummary, { unreadCount, mentioned }: Unread): ConversationSummary =>
  conversation.unreadCount === unreadCount && conversation.mentioned === mentioned
    ? conversation
    : { ...conversation, unreadCount, mentioned };

/** No more can be unread than there are messages after the read mark. */
export const boundUnread = (conversation: ConversationSummary, selfId: string): ConversationSummary => {
  const most = Math.max(0, conversation.lastSeq - ownReadSeq(conversation, selfId));
  if (conversation.unreadCount <= most) return conversation;
  return withUnread(conversation, { unreadCount: most, mentioned: most > 0 ? conversation.mentioned : undefined });
};

type OwnView = Pick<ConversationSummary, "pinned" | "archived" | "markedUnread" | "mutedUntil" | "blocked" | "fine">;

/** What carries no revision, since it is one's own and nobody else sees it move. */
const ownViewOf = ({ pinned, archived, markedUnread, mutedUntil, blocked, fine }: ConversationSummary): OwnView => ({
  pinned,
  archived,
  markedUnread,
  mutedUntil,
  blocked,
  fine,
});

/** Two views of one conversation, `fresh` the one that came last: the higher revision wins, watermarks never fall. */
export const mergeSummaries = (held: ConversationSummary, fresh: ConversationSummary): ConversationSummary =>
  fresh.rev < held.rev ? withMarksOf({ ...held, ...ownViewOf(fresh) }, fresh) : withMarksOf(fresh, held);

const differs = (one: OwnView, other: OwnView): boolean =>
  one.pinned !== other.pinned ||
  one.archived !== other.archived ||
  one.markedUnread !== other.markedUnread ||
  one.mutedUntil !== other.mutedUntil ||
  one.blocked !== other.blocked ||
  one.fine?.length !== other.fine?.length;

/** The same where `fresh` answers what was asked when `before` was held: what has moved of one's own view since then stands. */
export const mergeSince = (
  held: ConversationSummary,
  fresh: ConversationSummary,
  before: ConversationSummary | undefined,
): ConversationSummary => {
  const merged = mergeSummaries(held, fresh);
  return before && differs(before, held) ? { ...merged, ...ownViewOf(held) } : merged;
};

/** The same for an answer to a question that was asked before `held` changed: one's own view of it is newer than the answer's. */
export const mergeLate = (held: ConversationSummary, fresh: ConversationSummary): ConversationSummary =>
  fresh.rev <= held.rev ? withMarksOf(held, fresh) : { ...withMarksOf(fresh, held), ...ownViewOf(held) };

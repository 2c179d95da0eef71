import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { EventPayload, ServerEventMessage } from "#lib/contract/events.ts";
import type { Message, ReadReceipt } from "#lib/contract/messages.ts";
import { MUTED_FOR_GOOD } from "#lib/contract/page-limits.ts";
import type { Cursors } from "#lib/contract/session.ts";
import { applySync } from "./apply-sync.ts";
import { boundUnread, mergeSummaries, raiseMarks, withContact, withLastMessage, withUnread } from "./conversation-merge.ts";
import { countsUnread } from "./counts-unread.ts";
import { dropConversation, type InboxState, putConversation, putThread, settleLists, withoutGap } from "./inbox-state.ts";
import { hearMessage } from "./thread.ts";

/** What the server says by itself, in somebody's name, tells nothing of what that person has read. */
const isUnasked = ({ system }: Message): boolean => system !== undefined && "by" in system && system.by === "server";

/** The conversation after one more message, or after a new version of one. Who sends a message has thereby read up to it. */
const withMessage = (conversation: ConversationSummary, message: Message, selfId: string): ConversationSummary => {
  const { seq, senderId } = message;
  const known = withLastMessage(conversation, message);
  const grown = senderId === selfId ? known : withContact(known, { heardSeq: seq, sentSeq: 0 });
  if (isUnasked(message)) return grown;
  const said = senderId === selfId ? withContact(grown, { heardSeq: null, sentSeq: seq }) : grown;
  return raiseMarks(said, senderId, { deliveredSeq: seq, readSeq: seq });
};

/** Puts the conversation in place and moves the total by what its own count moved. */
const putCounted = (state: InboxState, conversation: ConversationSummary): InboxState => {
  const bound = boundUnread(conversation, state.selfId);
  const before = state.conversations[bound.id]?.unreadCount ?? 0;
  return putConversation({ ...state, totalUnread: state.totalUnread + bound.unreadCount - before }, bound);
};

/** A new message raises the count by one, unless the server's own count knows of it already. */
const countMessage = (state: InboxState, grown: ConversationSummary, message: Message): InboxState => {
  if (!countsUnread(message, state.selfId)) return putCounted(state, grown);
  const told = state.counted.told[grown.id];
  if (told && told.lastSeq >= message.seq)
    return putConversation(state, boundUnread({ ...grown, unreadCount: told.unreadCount }, state.selfId));
  return putCounted(state, { ...grown, unreadCount: grown.unreadCount + 1 });
};

const noteGap = (state: InboxState, { id, rev }: ConversationSummary, message: Message): InboxState =>
  message.rev <= rev + 1 || id in state.gaps ? state : { ...state, gaps: { ...state.gaps, [id]: rev } };

const noteMissing = (state: InboxState, id: string): InboxState =>
  state.missing.includes(id) ? state : { ...state, missing: [...state.missing, id] };

const applyMessage = (state: InboxState, message: Message): InboxState => {
  const conversation = state.conversations[message.conversationId];
  if (!conversation) return noteMissing(state, message.conversationId);
  const grown = withMessage(conversation, message, state.selfId);
  const isNew = message.seq > conversation.lastSeq;
  const counted = isNew ? countMessage(state, grown, message) : putCounted(state, grown);
  const thread = state.threads[conversation.id];
  if (!thread) return settleLists(noteGap(counted, conversation, message));
  return settleLists(putThread(counted, conversation.id, hearMessage(thread, message)));
};

type Mark = { conversationId: string; userId: string; deliveredSeq: number; readSeq: number };

const applyMark = (state: InboxState, { conversationId, userId, ...marks }: Mark): InboxState => {
  const conversation = state.conversations[conversationId];
  if (!conversation) return state;
  return settleLists(putCounted(state, raiseMarks(conversation, userId, marks)));
};

type Counts = EventPayload<"unread_count:updated">;

const takeCounts = (state: InboxState, counts: Counts): InboxState => {
  const { conversationId, unreadCount, totalUnread, lastSeq, updatedAt: at } = counts;
  const told = { ...state.counted.told, [conversationId]: { at, lastSeq, unreadCount } };
  const next = { ...state, totalUnread, counted: { ...state.counted, told } };
  const conversation = state.conversations[conversationId];
  if (!conversation) return noteMissing(next, conversationId);
  const fresh = withUnread(conversation, counts);
  return fresh === conversation ? next : settleLists(putConversation(next, fresh));
};

/** Of what was counted at different moments, the newest stands: a count of one conversation, and apart from it the total. */
const applyCounts = (state: InboxState, counts: Counts): InboxState => {
  const { told, syncedAt, totalAt } = state.counted;
  const { conversationId, updatedAt } = counts;
  if (updatedAt < (told[conversationId]?.at ?? syncedAt)) return state;
  if (updatedAt < totalAt) return takeCounts(state, { ...counts, totalUnread: state.totalUnread });
  return takeCounts({ ...state, counted: { ...state.counted, totalAt: updatedAt } }, counts);
};

/** A conversation as the server shows it now. What was missed of its messages still shows in the thread's own revision. */
const applyConversation = (state: InboxState, fresh: ConversationSummary): InboxState => {
  if (fresh.membership === "left") return dropConversation(state, fresh.id);
  const held = state.conversations[fresh.id];
  const isStale = held !== undefined && fresh.rev < held.rev;
  const merged = held ? mergeSummaries(held, fresh) : fresh;
  return settleLists(putConversation(isStale ? state : withoutGap(state, fresh.id), merged));
};

const applyMute = (state: InboxState, id: string, mutedUntil: string | null): InboxState => {
  const conversation = state.conversations[id];
  return conversation ? putConversation(state, { ...conversation, mutedUntil }) : state;
};

const isWith = ({ kind, participants }: ConversationSummary, userId: string): boolean =>
  kind === "direct" && participants.some((one) => one.userId === userId);

const applyBlock = (state: InboxState, userId: string, blocked: ConversationSummary["blocked"]): InboxState =>
  Object.values(state.conversations)
    .filter((conversation) => isWith(conversation, userId))
    .reduce((next, conversation) => putConversation(next, { ...conversation, blocked }), state);

/** Somebody sees more or less of others' reading than before: what was seen so far is worth nothing until it is asked for again. */
const forgetReading = (state: InboxState): InboxState =>
  Object.values(state.conversations).reduce((next, conversation) => {
    const participants = conversation.participants.map((one) =>
      one.userId === state.selfId || one.readSeq === 0 ? one : { ...one, readSeq: 0 },
    );
    return putConversation(next, { ...conversation, participants });
  }, state);

/** What says nothing of conversations. */
type Elsewhere =
  | "session:expiring"
  | "server:draining"
  | "session:revoked"
  | "moderation:banned"
  | "socket:pong"
  | "typing:indicator"
  | "presence:changed"
  | "booking:updated"
  | "notification:new"
  | "notification:read"
  | "viewing:updated"
  | "room:availability"
  | "alert:published"
  | "alert:ended"
  | "report:updated"
  | "contest:decided"
  | "operations:pulse"
  | "message:held"
  | "message:refused"
  | "message:withdrawn"
  | "moderation:queue"
  | "moderation:held"
  | "moderation:warned"
  | "moderation:silenced"
  | "moderation:kicked"
  | "moderation:lifted"
  | "moderation:answered";

/**
 * The one way in which news changes what is held. Takes every event of the contract; what does not concern conversations
 * leaves the state as it is. `asked` are the cursors that a `session:ready` answers, `since` what was held when they were sent:
 * who connects hears news before the greeting, which may have been read before them.
 */
export const applyEvent = (state: InboxState, news: ServerEventMessage, asked?: Cursors, since?: InboxState): InboxState => {
  switch (news.event) {
    case "message:received":
    case "message:edited":
    case "message:deleted":
    case "message:reaction":
      return applyMessage(state, news.payload);
    case "message:delivered": {
      const { conversationId, userId, seq } = news.payload;
      return applyMark(state, { conversationId, userId, deliveredSeq: seq, readSeq: 0 });
    }
    case "read_receipt:received": {
      const { conversationId, userId, seq } = news.payload;
      return applyMark(state, { conversationId, userId, deliveredSeq: seq, readSeq: seq });
    }
    case "unread_count:updated":
      return applyCounts(state, news.payload);
    case "conversation:created":
    case "conversation:updated":
      return applyConversation(state, news.payload);
    case "conversation:removed":
      return dropConversation(state, news.payload.id);
    case "conversation:muted":
      return applyMute(state, news.payload.conversationId, news.payload.until ?? MUTED_FOR_GOOD);
    case "conversation:unmuted":
      return applyMute(state, news.payload.conversationId, null);
    case "user:blocked":
      return applyBlock(state, news.payload.userId, "by_me");
    case "user:unblocked":
      return applyBlock(state, news.payload.userId, "none");
    case "preferences:updated":
      return forgetReading(state);
    case "session:ready":
      return applySync(state, news.payload, asked, since);
    default:
      // Each by its name, for the compiler alone: the list weighs nothing in the page.
      news.event satisfies Elsewhere;
      return state;
  }
};

/** The answer to one's own `message:read`: the same news as other devices get as two events. */
export const applyOwnRead = (state: InboxState, conversationId: string, { readSeq, ...counts }: ReadReceipt): InboxState => {
  const userId = state.selfId;
  const marked = applyMark(state, { conversationId, userId, deliveredSeq: readSeq, readSeq });
  const { told, syncedAt } = state.counted;
  const { at: updatedAt, lastSeq } = told[conversationId] ?? { at: syncedAt, lastSeq: 0 };
  return takeCounts(marked, { conversationId, ...counts, lastSeq, updatedAt });
};

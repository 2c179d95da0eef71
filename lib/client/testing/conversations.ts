import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import type { Message } from "#lib/contract/messages.ts";
import { emptyInbox, type InboxState, putConversation, putThread } from "../inbox-state.ts";
import { openThread } from "../thread.ts";

const idOf = (number: number): string => `01890000-0000-7000-8000-${String(number).padStart(12, "0")}`;

export const alice = idOf(1);
export const bob = idOf(2);
export const carol = idOf(3);
const names: Record<string, string> = { [alice]: "Alice", [bob]: "Bob", [carol]: "Carol" };

export const conversationId = (number = 1): string => idOf(1_000 + number);
export const timeOf = (second: number): string => new Date(Date.UTC(2026, 10, 22, 9, 0, second)).toISOString();

/** The message at `seq` of the first conversation, by bob unless told. */
export const message = (seq: number, given: Partial<Message> = {}): Message => ({
  conversationId: conversationId(),
  messageId: idOf(100_000 + seq),
  seq,
  rev: seq,
  senderId: bob,
  senderName: names[given.senderId ?? bob] ?? "Somebody",
  kind: "text",
  content: `message ${seq}`,
  attachments: [],
  mentions: [],
  reactions: [],
  notices: [],
  createdAt: timeOf(seq),
  editedAt: null,
  deletedAt: null,
  ...given,
});

export const participant = (userId: string, deliveredSeq = 0, readSeq = deliveredSeq): Participant => ({
  userId,
  name: names[userId] ?? "Somebody",
  role: "student",
  avatarUrl: null,
  memberRole: "member",
  deliveredSeq,
  readSeq,
  verified: false,
});

/** A conversation of alice and bob in which everything up to `lastSeq` is read by both. */
export const conversation = (lastSeq = 0, given: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id: conversationId(),
  kind: "direct",
  title: null,
  membership: "active",
  participants: [participant(alice, lastSeq), participant(bob, lastSeq)],
  lastSeq,
  rev: lastSeq,
  lastMessage: lastSeq > 0 ? message(lastSeq) : null,
  unreadCount: 0,
  mutedUntil: null,
  blocked: "none",
  pinned: false,
  archived: false,
  markedUnread: false,
  heardSeq: lastSeq > 0 ? 1 : null,
  sentSeq: 0,
  updatedAt: timeOf(lastSeq),
  ...given,
});

/** What alice holds: one list of everything, and the whole thread of the first conversation unless told otherwise. */
export const inbox = (conversations: ConversationSummary[], { thread = true } = {}): InboxState => {
  const list = { filter: "all", q: "", ids: conversations.map(({ id }) => id), floor: null, nextCursor: null } as const;
  const totalUnread = conversations.reduce((sum, { unreadCount }) => sum + unreadCount, 0);
  const held = conversations.reduce(putConversation, { ...emptyInbox(alice), lists: [list], totalUnread });
  const [first] = conversations;
  if (!thread || !first) return held;
  const messages = Array.from({ length: first.lastSeq }, (_, index) => message(index + 1, { conversationId: first.id }));
  return putThread(held, first.id, openThread({ messages, hasOlder: false, hasNewer: false }, first));
};

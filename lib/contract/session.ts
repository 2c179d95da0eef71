import * as z from "zod";
import { ConversationSummary } from "./conversations.ts";
import { limits } from "./limits.ts";
import { Message } from "./messages.ts";
import { Id, Seq, Timestamp } from "./primitives.ts";

/** The `rev` that the client holds of each conversation. */
export const Cursors = z
  .record(Id, Seq)
  .refine(
    (cursors) => Object.keys(cursors).length <= limits.syncCursors,
    `must name at most ${limits.syncCursors} conversations`,
  );
export type Cursors = z.infer<typeof Cursors>;

export const Handshake = z.strictObject({
  token: z.string().max(4_096).optional(),
  deviceId: Id,
  cursors: Cursors.default({}),
});
export type Handshake = z.infer<typeof Handshake>;

export const Change = z
  .strictObject({
    conversation: ConversationSummary,
    messages: z.array(Message),
    /** False: there is more than these messages, to be read over HTTP. */
    complete: z.boolean(),
  })
  .meta({ id: "Change" });
export type Change = z.infer<typeof Change>;

const UnreadCounts = z.record(Id, z.int());

export const SyncRequest = z.strictObject({ cursors: Cursors });
export type SyncRequest = z.infer<typeof SyncRequest>;

export const SyncAnswer = z.strictObject({
  changes: z.array(Change),
  unreadCounts: UnreadCounts,
  /** Those conversations in which an unread message names one. Absent: there is none. */
  mentionedIn: z.array(Id).optional(),
  totalUnread: z.int(),
  /** As of when the counts are, by the clock that also dates `unread_count:updated`. */
  countedAt: Timestamp,
  serverTime: Timestamp,
});
export type SyncAnswer = z.infer<typeof SyncAnswer>;

export const CheckRequest = z.strictObject({
  /** Looked at beside the newest ones. */
  conversationIds: z.array(Id).max(limits.checkedConversations).default([]),
});
export type CheckRequest = z.infer<typeof CheckRequest>;

/** What `lib/contract/fingerprint.ts` makes of the conversations as they are, and what is unread in all of them. */
export const CheckAnswer = z.strictObject({ fingerprint: z.string(), totalUnread: z.int() });
export type CheckAnswer = z.infer<typeof CheckAnswer>;

export const SessionReady = SyncAnswer.extend({
  userId: Id,
  deviceId: Id,
  status: z.enum(["new", "resumed"]),
  /** How many messages of one's own `GET /api/held` lists. */
  heldMessages: z.int().min(0),
});
export type SessionReady = z.infer<typeof SessionReady>;

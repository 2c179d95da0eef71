import * as z from "zod";
import { ConversationSummary } from "./conversations.ts";
import type { ErrorCode } from "./errors.ts";
import { limits, type RateName } from "./limits.ts";
import { Message, ReadReceipt, SendMessage, SendReceipt, WatermarkMove } from "./messages.ts";
import { Presence, PresenceChoice, PresenceUpdate, TypingIndicator } from "./presence.ts";
import { Id, Seq, Timestamp } from "./primitives.ts";
import { CheckAnswer, CheckRequest, SessionReady, SyncAnswer, SyncRequest } from "./session.ts";

type ClientEvent = {
  summary: string;
  input: z.ZodType;
  output: z.ZodType;
  /** What it can answer beside what every event can: validation_failed, rate_limited, unavailable, internal. */
  codes: readonly ErrorCode[];
  rate: RateName;
};
type ServerEvent = { summary: string; payload: z.ZodType; audience: string };

const Empty = z.strictObject({});
const InConversation = z.strictObject({ conversationId: Id });

/** Everything that a client may ask over the socket. */
export const clientEvents = {
  "message:send": {
    summary: "Send a message. Idempotent by messageId: a repeat is answered with what was stored first.",
    input: SendMessage,
    output: SendReceipt,
    codes: ["not_participant", "blocked", "conflict", "too_large", "not_found"],
    rate: "message:send",
  },
  "message:ack": {
    summary: "This device holds everything up to seq.",
    input: WatermarkMove,
    output: z.strictObject({ deliveredSeq: Seq }),
    codes: ["not_participant"],
    rate: "receipts",
  },
  "message:read": {
    summary: "This person has read everything up to seq.",
    input: WatermarkMove,
    output: ReadReceipt,
    codes: ["not_participant"],
    rate: "receipts",
  },
  "typing:start": {
    summary: "Typing; ends by itself after five seconds unless said again.",
    input: InConversation,
    output: Empty,
    codes: ["not_participant", "blocked"],
    rate: "typing:start",
  },
  "typing:stop": {
    summary: "No longer typing.",
    input: InConversation,
    output: Empty,
    codes: ["not_participant", "blocked"],
    rate: "other",
  },
  "presence:update": {
    summary: "What this device says of its person.",
    input: PresenceUpdate,
    output: z.strictObject({ status: PresenceChoice }),
    codes: [],
    rate: "presence:update",
  },
  "presence:get": {
    summary: "The presence of people one shares a conversation with; anybody else looks offline.",
    input: z.strictObject({ userIds: z.array(Id).max(limits.presenceUsers) }),
    output: z.strictObject({ presences: z.array(Presence) }),
    codes: [],
    rate: "other",
  },
  "session:sync": {
    summary: "What changed after the given revisions.",
    input: SyncRequest,
    output: SyncAnswer,
    codes: [],
    rate: "other",
  },
  "session:check": {
    summary: `Is anything missing? The fingerprint of the ${limits.checkedConversations} conversations of the newest activity and of those named, and the unread total: whoever holds something else syncs.`,
    input: CheckRequest,
    output: CheckAnswer,
    codes: [],
    rate: "other",
  },
  "socket:ping": {
    summary: "Is the line alive, and what time is it there?",
    input: Empty,
    output: z.strictObject({ serverTime: Timestamp }),
    codes: [],
    rate: "other",
  },
} as const satisfies Record<string, ClientEvent>;

/** Everything that a client may hear. */
export const serverEvents = {
  "session:ready": {
    summary: "The handshake is done; what was missed is in `changes`.",
    payload: SessionReady,
    audience: "the socket",
  },
  "server:draining": {
    summary: "This server stops: whoever loses it waits a random part of spreadMs before coming back.",
    payload: z.strictObject({ spreadMs: z.int() }),
    audience: "everybody",
  },
  "session:revoked": {
    summary: "The session has ended; the socket closes.",
    payload: z.strictObject({ reason: z.string() }),
    audience: "the sockets of that session",
  },
  "socket:pong": {
    summary: "Answer to socket:ping.",
    payload: z.strictObject({ serverTime: Timestamp }),
    audience: "the socket",
  },
  "message:received": {
    summary: "A message was stored.",
    payload: Message,
    audience: "the conversation, without the socket that sent it",
  },
  "message:delivered": {
    summary: "A participant's devices hold everything up to seq.",
    payload: z.strictObject({ conversationId: Id, userId: Id, seq: Seq, at: Timestamp }),
    audience: "the conversation",
  },
  "read_receipt:received": {
    summary: "A participant has read everything up to seq.",
    payload: z.strictObject({ conversationId: Id, userId: Id, seq: Seq, lastReadAt: Timestamp }),
    audience: "the conversation",
  },
  "unread_count:updated": {
    summary: "One's own unread counts.",
    payload: z.strictObject({ conversationId: Id, unreadCount: z.int(), totalUnread: z.int(), updatedAt: Timestamp }),
    audience: "every device of that person",
  },
  "typing:indicator": {
    summary: "Somebody types, or stopped.",
    payload: TypingIndicator,
    audience: "the others in the conversation",
  },
  "presence:changed": {
    summary: "Somebody came, went or changed.",
    payload: Presence,
    audience: "those who share a conversation",
  },
  "conversation:created": {
    summary: "A conversation has begun.",
    payload: ConversationSummary,
    audience: "its members, each with their own view",
  },
  "conversation:updated": {
    summary: "A conversation has changed.",
    payload: ConversationSummary,
    audience: "its members, each with their own view",
  },
} as const satisfies Record<string, ServerEvent>;

export type ClientEventName = keyof typeof clientEvents;
export type ServerEventName = keyof typeof serverEvents;
/** What the client hands in, before defaults are filled. */
export type EventRequest<Name extends ClientEventName> = z.input<(typeof clientEvents)[Name]["input"]>;
/** What the handler gets, after them. */
export type EventInput<Name extends ClientEventName> = z.output<(typeof clientEvents)[Name]["input"]>;
export type EventOutput<Name extends ClientEventName> = z.output<(typeof clientEvents)[Name]["output"]>;
export type EventPayload<Name extends ServerEventName> = z.output<(typeof serverEvents)[Name]["payload"]>;
/** One piece of news as data: what the reducer takes. */
export type ServerEventMessage = { [Name in ServerEventName]: { event: Name; payload: EventPayload<Name> } }[ServerEventName];

import * as z from "zod";
import { Suspension } from "./accounts.ts";
import { Alert, AlertEnd } from "./alerts.ts";
import { Booking } from "./bookings.ts";
import { OwnContest } from "./contests.ts";
import { ConversationSummary } from "./conversations.ts";
import type { ErrorCode } from "./errors.ts";
import { HeldMessage, HeldPlace, HeldState } from "./held.ts";
import { ListingWatch, RoomAvailability, WatchedRooms } from "./housing.ts";
import { limits, type RateName } from "./limits.ts";
import {
  EditMessage,
  Message,
  MessageAt,
  ReactMessage,
  ReadReceipt,
  SendMessage,
  SendReceipt,
  WatermarkMove,
} from "./messages.ts";
import { Notification } from "./notifications.ts";
import { Presence, PresenceChoice, PresenceUpdate, TypingIndicator } from "./presence.ts";
import { Id, Seq, Timestamp } from "./primitives.ts";
import { Pulse, PulseHistory } from "./pulse.ts";
import { OwnReport, QueueState } from "./reports.ts";
import { BlockChange, BlockRequest, BlockState, MuteChange, MuteRequest, MuteState, Preferences } from "./safety.ts";
import { AppealOutcome, SanctionKind, SanctionNotice } from "./sanctions.ts";
import { CheckAnswer, CheckRequest, SessionReady, SyncAnswer, SyncRequest } from "./session.ts";
import { Viewing } from "./viewings.ts";

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
const AccessToken = z
  .string()
  .max(4_096)
  .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, "must be an access token");
const InConversation = z.strictObject({ conversationId: Id });

/** Everything that a client may ask over the socket. */
export const clientEvents = {
  "message:send": {
    summary: "Send a message. Idempotent by messageId: a repeat is answered with what was stored first.",
    input: SendMessage,
    output: SendReceipt,
    codes: ["not_participant", "blocked", "suspended", "conflict", "too_large", "content_rejected", "not_found"],
    rate: "message:send",
  },
  "message:edit": {
    summary: `Put other words into one's own message, within ${limits.editMs / 60_000} minutes of sending it. What it said is kept for those who could read it.`,
    input: EditMessage,
    output: Message,
    codes: ["not_participant", "not_found", "forbidden", "blocked", "suspended", "conflict", "too_large", "content_rejected"],
    rate: "message:change",
  },
  "message:react": {
    summary: `Put an emoji below a message, or take one's own away; each person each emoji once, at most ${limits.emojiPerMessage} of them below one message.`,
    input: ReactMessage,
    output: Message,
    codes: ["not_participant", "not_found", "blocked", "suspended", "conflict"],
    rate: "message:change",
  },
  "message:delete": {
    summary: "Take one's own message away for everybody; a tombstone stays. Doing it twice does nothing more.",
    input: MessageAt,
    output: Message,
    codes: ["not_participant", "not_found", "forbidden"],
    rate: "message:change",
  },
  "message:ack": {
    summary: "This device holds everything up to seq.",
    input: WatermarkMove,
    output: z.strictObject({ deliveredSeq: Seq }),
    codes: ["not_participant"],
    rate: "receipts",
  },
  "message:read": {
    summary: "This person has read everything up to seq. What they had marked as unread is so no more.",
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
  "block:user": {
    summary: "Nothing passes between the two in direct conversations any more; the other one is not told.",
    input: BlockRequest,
    output: BlockState,
    codes: ["not_participant", "not_found"],
    rate: "block-and-mute",
  },
  "unblock:user": {
    summary: "Take one's own block back. Where the other one blocks too, that block stands.",
    input: BlockRequest,
    output: BlockState,
    codes: ["not_participant", "not_found"],
    rate: "block-and-mute",
  },
  "mute:conversation": {
    summary: "Keep a conversation quiet for oneself: until a moment to come, or with no end. It still counts what is unread.",
    input: MuteRequest,
    output: MuteState,
    codes: ["not_participant"],
    rate: "block-and-mute",
  },
  "unmute:conversation": {
    summary: "Let a conversation be heard again.",
    input: MuteRequest,
    output: MuteState,
    codes: ["not_participant"],
    rate: "block-and-mute",
  },
  "listing:watch": {
    summary: `Hear how the rooms of a published listing stand, and how they stand now. At most ${limits.watchedListings} listings for one connection.`,
    input: ListingWatch,
    output: WatchedRooms,
    codes: ["not_found", "conflict"],
    rate: "other",
  },
  "listing:unwatch": {
    summary: "Hear no more of a listing. The answer names no rooms.",
    input: ListingWatch,
    output: WatchedRooms,
    codes: [],
    rate: "other",
  },
  "operations:watch": {
    summary: "Hear how this process is, and how it was in the last hour. For admins, asked again each time.",
    input: Empty,
    output: PulseHistory,
    codes: ["forbidden"],
    rate: "other",
  },
  "operations:unwatch": {
    summary: "Hear no more of it.",
    input: Empty,
    output: Empty,
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
  "session:refresh": {
    summary: "A fresh access token of the same person, so that a socket outlives the one it came with.",
    input: z.strictObject({ token: AccessToken }),
    output: z.strictObject({ expiresAt: Timestamp }),
    codes: ["unauthenticated", "suspended", "conflict"],
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
  "session:expiring": {
    summary: "The access token ends soon: say session:refresh, or the socket closes a minute after it.",
    payload: z.strictObject({ expiresAt: Timestamp }),
    audience: "the socket",
  },
  "server:draining": {
    summary: "This server stops: whoever loses it waits a random part of spreadMs before coming back.",
    payload: z.strictObject({ spreadMs: z.int() }),
    audience: "everybody",
  },
  "session:revoked": {
    summary: "The session has ended, or its person's role has changed (role_changed: connect again); the socket closes.",
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
  "message:edited": {
    summary:
      "A message has changed: its words (then `editedAt` moves), what it quotes, the card of a booking or of a viewing, the preview of its link, or one that was removed stands there again.",
    payload: Message,
    audience: "the conversation",
  },
  "message:reaction": {
    summary: "What people have put below a message has changed.",
    payload: Message,
    audience: "the conversation",
  },
  "message:deleted": {
    summary: "A message is no more: a tombstone stays in its place.",
    payload: Message,
    audience: "the conversation",
  },
  "message:held": {
    summary: "A message of one's own waits for a moderator. Nobody else is told.",
    payload: HeldMessage,
    audience: "every device of that person",
  },
  "message:refused": {
    summary: "A moderator has refused a message of one's own that waited, or it could not be sent any more.",
    payload: HeldMessage,
    audience: "every device of that person",
  },
  "message:withdrawn": {
    summary: "One has taken a message back that waited, or put away one that was refused.",
    payload: HeldPlace,
    audience: "every device of that person",
  },
  "message:delivered": {
    summary: "A participant's devices hold everything up to seq.",
    payload: z.strictObject({ conversationId: Id, userId: Id, seq: Seq, at: Timestamp }),
    audience: "the conversation, as far as those in it may know",
  },
  "read_receipt:received": {
    summary: "A participant has read everything up to seq.",
    payload: z.strictObject({ conversationId: Id, userId: Id, seq: Seq, lastReadAt: Timestamp }),
    audience: "the conversation, as far as those in it may know",
  },
  "unread_count:updated": {
    summary: "One's own unread counts.",
    payload: z.strictObject({
      conversationId: Id,
      unreadCount: z.int(),
      /** As in `ConversationSummary`. */
      mentioned: z.literal(true).optional(),
      totalUnread: z.int(),
      /** The newest message that the count knows of. */
      lastSeq: Seq,
      /** By the database's clock, as `countedAt` of a sync: of two counts the one with the later date stands, whichever node told it. */
      updatedAt: Timestamp,
    }),
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
    audience: "those who share a conversation and may know",
  },
  "moderation:warned": {
    summary: "A moderator says that this person has broken a rule, or has removed messages of theirs.",
    payload: SanctionNotice,
    audience: "every device of that person",
  },
  "moderation:silenced": {
    summary: "A moderator lets this person read and not write, until then.",
    payload: SanctionNotice,
    audience: "every device of that person",
  },
  "moderation:kicked": {
    summary: "A moderator has signed this person out everywhere; the socket closes.",
    payload: SanctionNotice,
    audience: "every device of that person",
  },
  "moderation:lifted": {
    summary: "What a moderator did to this person was taken back.",
    payload: z.strictObject({ sanctionId: Id, kind: SanctionKind }),
    audience: "every device of that person",
  },
  "moderation:answered": {
    summary: "What this person had to say against it was decided.",
    payload: z.strictObject({ sanctionId: Id, outcome: AppealOutcome, answer: z.string() }),
    audience: "every device of that person",
  },
  "moderation:banned": {
    summary: "A moderator keeps this person out, until then or for good (null); the socket closes.",
    payload: Suspension.extend({ reason: z.string().nullable() }),
    audience: "every device of that person",
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
  "conversation:removed": {
    summary: "One is no longer in this conversation.",
    payload: ConversationSummary,
    audience: "those who are no longer in it",
  },
  "conversation:muted": {
    summary: "One has muted this conversation; `until` is null for no end. An end passes by itself.",
    payload: MuteChange,
    audience: "every device of that person",
  },
  "conversation:unmuted": {
    summary: "One hears this conversation again.",
    payload: MuteChange,
    audience: "every device of that person",
  },
  "user:blocked": {
    summary: "One has blocked somebody.",
    payload: BlockChange,
    audience: "every device of the one who blocks",
  },
  "user:unblocked": {
    summary: "One has taken a block back.",
    payload: BlockChange,
    audience: "every device of the one who blocked",
  },
  "booking:updated": {
    summary: "A booking was requested or has changed.",
    payload: Booking,
    audience: "every device of its student and its landlord",
  },
  "viewing:updated": {
    summary: "A viewing was asked for or has changed.",
    payload: Viewing,
    audience: "every device of its student and its landlord",
  },
  "room:availability": {
    summary: "A room stands otherwise than before.",
    payload: RoomAvailability,
    audience: "those who watch the listing",
  },
  "notification:new": {
    summary: "Something happened that one is told of.",
    payload: Notification,
    audience: "every device of that person",
  },
  "notification:read": {
    summary: "One has read it, here or elsewhere.",
    payload: Notification,
    audience: "every device of that person",
  },
  "report:updated": {
    summary: "A report of one's own: somebody looks at it, or it is decided.",
    payload: OwnReport,
    audience: "every device of the one who reported",
  },
  "contest:decided": {
    summary: "A refusal that one has contested was looked at.",
    payload: OwnContest,
    audience: "every device of the one who contested",
  },
  "moderation:queue": {
    summary: "How many reports wait for a decision, and the newest of them.",
    payload: QueueState,
    audience: "moderators and admins",
  },
  "operations:pulse": {
    summary: "How this process is, every few seconds.",
    payload: Pulse,
    audience: "the admins who watch it",
  },
  "moderation:held": {
    summary: "How many messages wait for a moderator.",
    payload: HeldState,
    audience: "moderators and admins",
  },
  "alert:published": {
    summary: "Admins tell everybody something.",
    payload: Alert,
    audience: "everybody signed in",
  },
  "alert:ended": {
    summary: "An alert stands no longer.",
    payload: AlertEnd,
    audience: "everybody signed in",
  },
  "preferences:updated": {
    summary: "One shares something else now. What is known of others must be asked for again: it goes both ways.",
    payload: Preferences,
    audience: "every device of that person",
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

import { pageLimits } from "./page-limits.ts";

/** Sizes and times that both sides of the wire agree on (protocol.md, section 7). */
export const limits = {
  ...pageLimits,
  /** Code points of a message as written: room for white space around the trimmed text. */
  contentRawCharacters: 8_000,
  attachmentsPerMessage: 10,
  mentionsPerMessage: 50,
  /** How long a message can be edited. */
  editMs: 15 * 60_000,
  /** Different emoji below one message. */
  emojiPerMessage: 20,
  /** Bytes of one socket packet and of one HTTP body. */
  packetBytes: 256 * 1024,
  /** Nesting of one socket packet, the event array counted. */
  packetDepth: 10,
  /** People in one group. */
  groupMembers: 200,
  groupTitleCharacters: 80,
  pageDefault: 50,
  pageMax: 100,
  /** Of what somebody looks for in messages: its characters, and how many of its words count. */
  searchCharacters: 200,
  searchWords: 10,
  searchPageDefault: 20,
  searchPageMax: 50,
  /** Messages of one conversation in one change. */
  changeMessages: 200,
  /** Conversations that a client did not name and gets all the same, newest first. */
  unnamedConversations: 50,
  unnamedMessages: 20,
  /** Messages of one person that wait for a moderator: one more, and it goes back to its writer. */
  waitingForCheck: 50,
  /** Messages held for a missing predecessor, per socket, and for how long. */
  heldMessages: 32,
  heldMs: 2_000,
  /** A device that was away for less than this resumes its session. */
  resumeMs: 30 * 60 * 1000,
  passwordCharacters: { min: 8, max: 128 },
  nameCharacters: 80,
  activityCharacters: 80,
  deviceNameCharacters: 120,
  reasonCharacters: 500,
  /** How long a landlord may take to answer a request, and a student to confirm what was approved. */
  bookingAnswerMs: 48 * 3_600_000,
  /** A stay ends so many days after today at the latest. */
  bookingDays: 731,
  /** Times that one offers for a viewing at once. */
  viewingSlots: 5,
  viewingMinutes: { min: 10, max: 240 },
  /** A viewing begins so many days after today at the latest. */
  viewingDays: 184,
  /** Viewings of two people that are not over, in one conversation. */
  openViewings: 3,
  /** Listings that one connection watches at once. */
  watchedListings: 20,
  /** Notifications that one request marks as read. */
  notificationsMarked: 500,
  /** Browsers of one person that are told while nobody looks: one more, and the oldest is told no longer. */
  pushSubscriptions: 20,
} as const;

/** `points` per `seconds`. */
export type Rate = { points: number; seconds: number };

/** How often one person may do what, over all devices (protocol.md, section 7). Times `RATE_LIMIT_FACTOR`. */
export const rates = {
  "message:send": { points: 30, seconds: 60 },
  /** Editing, deleting, reacting, together. */
  "message:change": { points: 100, seconds: 60 },
  receipts: { points: 120, seconds: 60 },
  "typing:start": { points: 30, seconds: 60 },
  "presence:update": { points: 10, seconds: 60 },
  /** Blocking, muting and taking either back, together. */
  "block-and-mute": { points: 10, seconds: 60 },
  "conversation:create": { points: 20, seconds: 3600 },
  "booking:request": { points: 20, seconds: 3600 },
  "viewing:request": { points: 20, seconds: 3600 },
  "listing:create": { points: 30, seconds: 3600 },
  /** Files of the admins' lists. */
  export: { points: 20, seconds: 3600 },
  /** Looking for messages: each pause of typing is one. */
  search: { points: 60, seconds: 60 },
  report: { points: 20, seconds: 3600 },
  "photo:upload": { points: 100, seconds: 3600 },
  /** Files of messages that are begun. */
  uploads: { points: 20, seconds: 5 * 60 },
  /** Pieces of them, and asking how far they have come: on a bad line there are many. */
  "upload:part": { points: 300, seconds: 60 },
  /** A thread full of pictures asks for each. */
  "attachment:read": { points: 600, seconds: 60 },
  "sign-in": { points: 10, seconds: 15 * 60 },
  handshake: { points: 30, seconds: 60 },
  mail: { points: 5, seconds: 15 * 60 },
  "push:test": { points: 10, seconds: 15 * 60 },
  other: { points: 100, seconds: 60 },
} as const satisfies Record<string, Rate>;

export type RateName = keyof typeof rates;

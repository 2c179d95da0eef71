import * as z from "zod";
import { Role } from "./accounts.ts";
import { limits } from "./limits.ts";
import { Message } from "./messages.ts";
import { Cursor, Id, line, MessageId, pageLimit, Seq, Text, Timestamp } from "./primitives.ts";

export const Participant = z
  .strictObject({
    userId: Id,
    name: z.string(),
    role: Role,
    avatarUrl: z.string().nullable(),
    memberRole: z.enum(["admin", "member"]),
    deliveredSeq: Seq,
    readSeq: Seq,
    verified: z.boolean(),
  })
  .meta({ id: "Participant" });
export type Participant = z.infer<typeof Participant>;

/** A notice of the scan that its reader has called fine: it is shown to them no longer. */
export const FineNotice = z.strictObject({ messageId: MessageId, rule: z.string() });
export type FineNotice = z.infer<typeof FineNotice>;

/** One conversation as one of its members sees it. */
export const ConversationSummary = z
  .strictObject({
    id: Id,
    kind: z.enum(["direct", "group", "support"]),
    title: z.string().nullable(),
    /** Where the picture of a group is, for those in it. Absent: it has none. */
    pictureUrl: z.string().optional(),
    /** Whoever is added to the group sees also what was said before. Absent: only what comes from then on. */
    openHistory: z.literal(true).optional(),
    listing: z.strictObject({ id: Id, title: z.string(), photoUrl: z.string().nullable() }).optional(),
    membership: z.enum(["active", "left"]),
    participants: z.array(Participant),
    lastSeq: Seq,
    rev: Seq,
    lastMessage: Message.nullable(),
    unreadCount: z.int(),
    /** Among what one has not read is a message that names one. Absent: none is. */
    mentioned: z.literal(true).optional(),
    mutedUntil: Timestamp.nullable(),
    blocked: z.enum(["none", "by_me"]),
    /** The first message of somebody else. Until one has written after it in a direct conversation, their links stay plain text. */
    heardSeq: Seq.nullable(),
    /** One's own newest message, or what a step of one's own has said; 0: none. */
    sentSeq: Seq,
    /** Absent: none. Once there, they stay. */
    fine: z.array(FineNotice).optional(),
    pinned: z.boolean(),
    archived: z.boolean(),
    /** One wants to come back to it, whatever has been read. Reading takes it away. */
    markedUnread: z.boolean(),
    updatedAt: Timestamp,
  })
  .meta({ id: "ConversationSummary" });
export type ConversationSummary = z.infer<typeof ConversationSummary>;

export const OpenDirect = z.strictObject({
  kind: z.literal("direct").default("direct"),
  userId: Id,
  listingId: Id.optional(),
});
export type OpenDirect = z.infer<typeof OpenDirect>;

const GroupTitle = line(limits.groupTitleCharacters);

export const OpenGroup = z.strictObject({
  kind: z.literal("group"),
  title: GroupTitle,
  /** The others: who asks is in it anyway. */
  userIds: z
    .array(Id)
    .min(1)
    .max(limits.groupMembers - 1),
  listingId: Id.optional(),
});
export type OpenGroup = z.infer<typeof OpenGroup>;

export const OpenConversation = z.union([OpenDirect, OpenGroup]);
export type OpenConversation = z.infer<typeof OpenConversation>;

export const NewMembers = z.strictObject({
  userIds: z
    .array(Id)
    .min(1)
    .max(limits.groupMembers - 1),
});
export type NewMembers = z.infer<typeof NewMembers>;

export const ConversationFilter = z.enum(["all", "unread", "archived"]);
export type ConversationFilter = z.infer<typeof ConversationFilter>;

export const ConversationListQuery = z.strictObject({
  limit: pageLimit(30, limits.pageMax),
  cursor: Cursor.optional(),
  filter: ConversationFilter.default("all"),
  q: Text.max(200).optional(),
});
export type ConversationListQuery = z.infer<typeof ConversationListQuery>;

export const ConversationPage = z.strictObject({
  items: z.array(ConversationSummary),
  nextCursor: z.string().nullable(),
  totalUnread: z.int(),
});
export type ConversationPage = z.infer<typeof ConversationPage>;

/**
 * One's own view of a conversation, which nobody else sees move; or, by itself, something of a group: what it is called, or whether
 * whoever is added from now on sees what was said before.
 */
export const ConversationPatch = z
  .strictObject({
    pinned: z.boolean().optional(),
    archived: z.boolean().optional(),
    markedUnread: z.boolean().optional(),
    title: GroupTitle.optional(),
    openHistory: z.boolean().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, "must change something")
  .refine(
    ({ title, openHistory, ...view }) =>
      (title === undefined && openHistory === undefined) ||
      Object.keys(view).length + (title === undefined ? 0 : 1) + (openHistory === undefined ? 0 : 1) === 1,
    "what is the group's is changed by itself",
  );
export type ConversationPatch = z.infer<typeof ConversationPatch>;

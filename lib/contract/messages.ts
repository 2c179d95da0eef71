import * as z from "zod";
import { limits } from "./limits.ts";
import { countCharacters, Emoji, Id, MessageId, pageLimit, Seq, Text, Timestamp } from "./primitives.ts";
import { SystemPart } from "./system-parts.ts";

const MessageKind = z.enum(["text", "image", "file", "audio", "video", "system"]);

/** Over its limit is another answer than malformed: the door reads `params.code`. */
const tooLarge = { message: "is too long", params: { code: "too_large" } };

export const Content = Text.refine((content) => countCharacters(content.trim()) <= limits.contentCharacters, tooLarge).refine(
  (content) => countCharacters(content) <= limits.contentRawCharacters,
  tooLarge,
);

const MessageDraft = z.strictObject({
  conversationId: Id,
  messageId: MessageId,
  content: Content,
  kind: MessageKind.exclude(["system"]).default("text"),
  replyToId: MessageId.optional(),
  attachmentIds: z.array(Id).max(limits.attachmentsPerMessage).default([]),
  mentions: z.array(Id).max(limits.mentionsPerMessage).default([]),
  clientSequence: z.int().min(1).max(2_147_483_647).optional(),
  clientTimestamp: Timestamp.optional(),
});
type Body = { content: string; kind: string; attachmentIds: string[] };
const saysSomething = (draft: Body) => draft.content.trim() !== "" || draft.attachmentIds.length > 0;
const hasItsFile = (draft: Body) => draft.kind === "text" || draft.attachmentIds.length > 0;
const emptyContent = { path: ["content"], message: "must not be empty" };
const fileMissing = { path: ["kind"], message: "needs an attachment" };

export const SendMessage = MessageDraft.refine(saysSomething, emptyContent).refine(hasItsFile, fileMissing);
export type SendMessage = z.infer<typeof SendMessage>;

/** Over HTTP the path names the conversation; a body that names it too must name the same. */
export const PostMessage = MessageDraft.extend({ conversationId: Id.optional() })
  .refine(saysSomething, emptyContent)
  .refine(hasItsFile, fileMissing);
export type PostMessage = z.infer<typeof PostMessage>;

/** One message of a conversation. */
export const MessageAt = z.strictObject({ conversationId: Id, messageId: MessageId });
export type MessageAt = z.infer<typeof MessageAt>;

const saysWords = ({ content }: { content: string }) => content.trim() !== "";
/** Without `mentions`, those that stand there stay. */
const EditedBody = z.strictObject({
  content: Content,
  mentions: z.array(Id).max(limits.mentionsPerMessage).optional(),
});
/** Over HTTP the path names the message. */
export const PatchMessage = EditedBody.refine(saysWords, emptyContent);
export const EditMessage = MessageAt.extend(EditedBody.shape).refine(saysWords, emptyContent);
export type EditMessage = z.infer<typeof EditMessage>;

export const PostReaction = z.strictObject({ emoji: Emoji, op: z.enum(["add", "remove"]) });
export const ReactMessage = MessageAt.extend(PostReaction.shape);
export type ReactMessage = z.infer<typeof ReactMessage>;

/** What a message said before it was edited, the oldest first; `at` is when it was written or last edited. */
export const MessageVersions = z.strictObject({ versions: z.array(z.strictObject({ content: z.string(), at: Timestamp })) });
export type MessageVersions = z.infer<typeof MessageVersions>;

/** Who has a message, and who has read it, of the others in the conversation: as far as one may know. */
export const MessageReceipts = z.strictObject({
  receipts: z.array(
    z.strictObject({ userId: Id, name: z.string(), deliveredAt: Timestamp.nullable(), readAt: Timestamp.nullable() }),
  ),
});
export type MessageReceipts = z.infer<typeof MessageReceipts>;

/**
 * A file of a message, as the server found it to be: `contentType` is told by its bytes, never by its name. The file is at
 * `/api/attachments/{id}`, a picture of it (of images only) at `/api/attachments/{id}/thumbnail`.
 */
export const Attachment = z
  .strictObject({
    id: Id,
    kind: z.enum(["image", "video", "audio", "file"]),
    /** Its ending agrees with its type. */
    name: z.string(),
    contentType: z.string(),
    byteSize: z.int(),
    /** Pixels, as it is to be shown; of images only. */
    width: z.int().nullable(),
    height: z.int().nullable(),
    /** Of what was recorded in the page, as its recorder said. */
    durationMs: z.int().nullable(),
    /** A `data:` URL of some hundred bytes that stands in the place of an image until it is there. */
    placeholder: z.string().nullable(),
  })
  .meta({ id: "Attachment" });
export type Attachment = z.infer<typeof Attachment>;

/** What the page of a message's first link says of itself, as text. `imageUrl` is a path of this server. */
const LinkPreview = z
  .strictObject({
    /** The link as it stands in the message. */
    url: z.string(),
    title: z.string(),
    description: z.string(),
    /** The name that the page gives its site, or its host. */
    siteName: z.string(),
    imageUrl: z.string().nullable(),
  })
  .meta({ id: "LinkPreview" });
export type LinkPreview = z.infer<typeof LinkPreview>;

export const Message = z
  .strictObject({
    conversationId: Id,
    messageId: MessageId,
    seq: Seq,
    rev: Seq,
    senderId: Id,
    senderName: z.string(),
    kind: MessageKind,
    content: z.string(),
    replyTo: z.strictObject({ messageId: MessageId, senderId: Id, excerpt: z.string() }).optional(),
    attachments: z.array(Attachment),
    mentions: z.array(Id),
    reactions: z.array(z.strictObject({ emoji: z.string(), userIds: z.array(Id) })),
    notices: z.array(z.strictObject({ rule: z.string(), severity: z.enum(["info", "warning"]), text: z.string() })),
    system: SystemPart.optional(),
    /** Comes after the message, as a change of it; goes with its link. */
    preview: LinkPreview.optional(),
    createdAt: Timestamp,
    editedAt: Timestamp.nullable(),
    deletedAt: Timestamp.nullable(),
  })
  .meta({ id: "Message" });
export type Message = z.infer<typeof Message>;

/** What the server can say of a sent message; `pending` and `failed` exist on the client only. */
export const SentStatus = z.enum(["sent", "delivered", "read"]);
export type SentStatus = z.infer<typeof SentStatus>;

export const SendReceipt = z.strictObject({
  conversationId: Id,
  messageId: MessageId,
  seq: Seq,
  rev: Seq,
  status: SentStatus,
  createdAt: Timestamp,
  duplicate: z.boolean(),
  /** The stored message: beside a duplicate, and where it has files or names people. */
  message: Message.optional(),
});
export type SendReceipt = z.infer<typeof SendReceipt>;

/** One watermark move: `{conversationId, seq}`. */
export const WatermarkMove = z.strictObject({ conversationId: Id, seq: Seq });
export type WatermarkMove = z.infer<typeof WatermarkMove>;

export const ReadReceipt = z.strictObject({
  readSeq: Seq,
  unreadCount: z.int(),
  /** As in `ConversationSummary`. */
  mentioned: z.literal(true).optional(),
  totalUnread: z.int(),
});
export type ReadReceipt = z.infer<typeof ReadReceipt>;

const seqInQuery = z.coerce.number().int().min(0).max(2_147_483_647);

export const HistoryQuery = z
  .strictObject({
    before: seqInQuery.optional(),
    after: seqInQuery.optional(),
    around: seqInQuery.optional(),
    limit: pageLimit(limits.pageDefault, limits.pageMax),
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
  })
  .refine((query) => [query.before, query.after, query.around].filter((seq) => seq !== undefined).length <= 1, {
    message: "take one of before, after, around",
  });
export type HistoryQuery = z.infer<typeof HistoryQuery>;

export const MessagePage = z.strictObject({
  messages: z.array(Message),
  /** More in the direction that was asked for; with `around`, in either. */
  hasMore: z.boolean(),
  /** The `before` (or, after `after`, the `after`) of the next page; `null` at the end. */
  nextCursor: Seq.nullable(),
});
export type MessagePage = z.infer<typeof MessagePage>;

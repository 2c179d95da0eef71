import * as z from "zod";
import { limits } from "./limits.ts";
import { Attachment } from "./messages.ts";
import { Cursor, countCharacters, Id, MessageId, pageLimit, Seq, Text, Timestamp } from "./primitives.ts";

const SearchWords = Text.refine((words) => words.trim() !== "", "must not be empty").refine(
  (words) => countCharacters(words) <= limits.searchCharacters,
  `must have at most ${limits.searchCharacters} characters`,
);

/** `from` inclusive, `to` exclusive. */
export const MessageSearchQuery = z.strictObject({
  q: SearchWords,
  conversationId: Id.optional(),
  senderId: Id.optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  cursor: Cursor.optional(),
  limit: pageLimit(limits.searchPageDefault, limits.searchPageMax),
});
export type MessageSearchQuery = z.infer<typeof MessageSearchQuery>;

/** A piece of an excerpt, as written; `isHit` where it is what was looked for. */
export const ExcerptPart = z.strictObject({ text: z.string(), isHit: z.boolean() });
export type ExcerptPart = z.infer<typeof ExcerptPart>;

export const MessageHit = z
  .strictObject({
    conversationId: Id,
    /** What it is called to who asks: its title, or the others' names; empty where nobody else is left. */
    conversationName: z.string(),
    messageId: MessageId,
    seq: Seq,
    senderId: Id,
    senderName: z.string(),
    createdAt: Timestamp,
    /** The words around the first hit, in order; an ellipsis where something is left out. */
    excerpt: z.array(ExcerptPart),
    attachments: z.array(Attachment),
  })
  .meta({ id: "MessageHit" });
export type MessageHit = z.infer<typeof MessageHit>;

export const MessageSearchPage = z.strictObject({
  hits: z.array(MessageHit),
  nextCursor: Cursor.nullable(),
  /** Where nothing has the words as typed: words of one's own conversations that are written much like them, and were looked for. */
  nearest: z.array(z.string()),
});
export type MessageSearchPage = z.infer<typeof MessageSearchPage>;

import * as z from "zod";
import { countCharacters, Id, line, Text, Timestamp } from "./primitives.ts";
import { replyLimits, unknownVariables } from "./reply-rules.ts";

const ReplyText = Text.transform((text) => text.trim())
  .refine((text) => text !== "", "must not be empty")
  .refine(
    (text) => countCharacters(text) <= replyLimits.textCharacters,
    `must have at most ${replyLimits.textCharacters} characters`,
  )
  .refine((text) => unknownVariables(text).length === 0, "must have nothing in braces but variables");

export const NewSavedReply = z.strictObject({ title: line(replyLimits.titleCharacters), text: ReplyText });
export type NewSavedReply = z.infer<typeof NewSavedReply>;

export const SavedReplyChange = NewSavedReply.partial().refine(
  (change) => Object.keys(change).length > 0,
  "must change something",
);
export type SavedReplyChange = z.infer<typeof SavedReplyChange>;

/** A text of a landlord's own, to answer with. Its variables are filled in where it is used, never on the server. */
export const SavedReply = z
  .strictObject({ id: Id, title: z.string(), text: z.string(), createdAt: Timestamp })
  .meta({ id: "SavedReply" });
export type SavedReply = z.infer<typeof SavedReply>;

export const SavedReplies = z.strictObject({ items: z.array(SavedReply) });
export type SavedReplies = z.infer<typeof SavedReplies>;

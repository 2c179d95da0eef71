import * as z from "zod";
import { attachmentLimits } from "./attachment-types.ts";
import { limits } from "./limits.ts";
import { Id, Text } from "./primitives.ts";

/** Long names are cut, yet nobody has one as long as that. */
const NAME_CHARACTERS = 1_000;

/** What is told of a file before it comes: the keys of tus's `Upload-Metadata`. */
export const UploadMetadata = z.strictObject({
  filename: Text.max(NAME_CHARACTERS),
  conversationId: Id,
  /** Of what was recorded in the page. */
  durationMs: z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number")
    .transform(Number)
    .refine((ms) => ms <= attachmentLimits.durationMs, "is too long")
    .optional(),
});
export type UploadMetadata = z.infer<typeof UploadMetadata>;

export const UploadLength = z.int().min(1);

/** Files of messages that one sees, to be sent once more elsewhere. */
export const AttachmentCopies = z.strictObject({
  conversationId: Id,
  attachmentIds: z.array(Id).min(1).max(limits.attachmentsPerMessage),
});
export type AttachmentCopies = z.infer<typeof AttachmentCopies>;

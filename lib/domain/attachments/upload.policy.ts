import { attachmentLimits } from "#lib/contract/attachment-types.ts";
import { type Failure, fail } from "../fail.ts";

/** Somebody in a conversation, as far as it decides about files of theirs. */
export type Writer = {
  kind: "direct" | "group" | "support";
  isBlocked: boolean;
  silencedUntil: Date | null;
  /** What they have begun and not sent, and how many bytes they have brought in a day. */
  unsent: number;
  bytesOfDay: number;
};

/** So much stays free for messages. */
const LEAST_BYTES = 256 * 1024 * 1024;

/** Why a file of that length may not come, if so. */
export const refusalOfUpload = (writer: Writer | undefined, length: number, freeBytes: number): Failure | undefined => {
  if (!writer) return fail("not_participant");
  if (writer.silencedUntil) return fail("suspended", { details: { until: writer.silencedUntil.toISOString() } });
  if (writer.kind === "direct" && writer.isBlocked) return fail("blocked");
  if (length > attachmentLimits.bytes) return fail("too_large", { message: "A file can have 25 MB at most." });
  if (writer.unsent >= attachmentLimits.unsent)
    return fail("conflict", { message: "Send or remove what you have added before, then add more." });
  if (writer.bytesOfDay + length > attachmentLimits.bytesPerDay)
    return fail("conflict", { message: "You have sent as much as one can in a day. Try again tomorrow." });
  if (freeBytes - length < LEAST_BYTES) return fail("unavailable", { message: "There is no room for files at the moment." });
  return undefined;
};

import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Message } from "#lib/contract/messages.ts";
import type { TranscriptEntry, TranscriptHead, TranscriptSeal } from "#lib/contract/transcript.ts";

const sha256 = (...texts: string[]): string => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("hex");
};

/** What the first message is bound to: SHA-256 of the head in its one form as JSON (RFC 8785), in hexadecimal. */
export const hashOfHead = (head: TranscriptHead): string => sha256(canonicalize(head) ?? "");

/** SHA-256 of the hash before it and the entry in its one form as JSON, in hexadecimal. */
export const hashOfEntry = (before: string, entry: TranscriptEntry): string => sha256(before, canonicalize(entry) ?? "");

/** What is signed: a transcript cannot be cut off at its end, nor be given another head. */
export const sealedText = ({ messages, hash }: Pick<TranscriptSeal, "messages" | "hash">): string =>
  canonicalize({ messages, hash }) ?? "";

export const entryOf = (message: Message): TranscriptEntry => ({
  seq: message.seq,
  messageId: message.messageId,
  senderId: message.senderId,
  senderName: message.senderName,
  kind: message.kind,
  content: message.content,
  ...(message.replyTo ? { replyTo: message.replyTo } : {}),
  attachments: message.attachments,
  ...(message.system ? { system: message.system } : {}),
  createdAt: message.createdAt,
  editedAt: message.editedAt,
  deletedAt: message.deletedAt,
});

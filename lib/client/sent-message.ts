import type { Attachment, Message, SendReceipt } from "#lib/contract/messages.ts";
import { kindOf, type OutboxEntry } from "./outbox-entry.ts";

type Self = { userId: string; name: string };

const attachmentsOf = ({ files }: OutboxEntry): Attachment[] =>
  files.flatMap(({ key: _, attachmentId, ...file }) =>
    attachmentId === null ? [] : [{ ...file, id: attachmentId, contentType: "", placeholder: null }],
  );

/** The message as the server stored it, from the answer to its sending. What was stored first counts. */
export const sentMessage = (entry: OutboxEntry, receipt: SendReceipt, self: Self): Message =>
  receipt.message ?? {
    conversationId: receipt.conversationId,
    messageId: receipt.messageId,
    seq: receipt.seq,
    rev: receipt.rev,
    senderId: self.userId,
    senderName: self.name,
    kind: kindOf(entry),
    content: entry.content,
    ...(entry.replyTo ? { replyTo: entry.replyTo } : {}),
    attachments: attachmentsOf(entry),
    mentions: [],
    reactions: [],
    notices: [],
    createdAt: receipt.createdAt,
    editedAt: null,
    deletedAt: null,
  };

import type { Attachment, Message, SendReceipt } from "#lib/contract/messages.ts";
import { presentNotices } from "../scan/notice.presenter.ts";
import type { Found } from "./content.policy.ts";
import type { NewHeld } from "./held-send.repository.ts";
import { excerptOf } from "./message.presenter.ts";
import type { NewMessage } from "./message.writer.ts";
import type { Head, Send } from "./send.policy.ts";

/** What a send becomes once it has its place, or has to wait for one. */

const excerpt = ({ content, deletedAt, messageId, senderId }: Message): Pick<Message, "replyTo"> => ({
  replyTo: { messageId, senderId, excerpt: deletedAt ? "" : excerptOf(content) },
});

/** What a message is made of beside its send. */
export type Composed = { head: Head; answered: Message | undefined; notices: string[]; attachments: Attachment[] };

/** The message as the wire shows it. */
export const compose = ({ actor, input }: Send, { head, answered, notices, attachments }: Composed): Message => ({
  conversationId: head.id,
  messageId: input.messageId,
  seq: head.lastSeq,
  rev: head.rev,
  senderId: actor.userId,
  senderName: actor.name,
  kind: input.kind,
  content: input.content,
  ...(answered ? excerpt(answered) : {}),
  attachments,
  mentions: input.mentions,
  reactions: [],
  notices: presentNotices(notices),
  createdAt: head.activeAt.toISOString(),
  editedAt: null,
  deletedAt: null,
});

/** The same as it is stored. */
export const rowOf = (message: Message, { input }: Send, { answered, notices }: Composed): NewMessage => ({
  conversationId: message.conversationId,
  seq: message.seq,
  id: message.messageId,
  rev: message.rev,
  senderId: message.senderId,
  kind: message.kind,
  content: message.content,
  replyToSeq: answered?.seq ?? null,
  attachments: message.attachments,
  mentions: message.mentions,
  notices,
  clientTimestamp: input.clientTimestamp === undefined ? null : new Date(input.clientTimestamp),
  createdAt: new Date(message.createdAt),
});

type Held = { found: Found; attachments: Attachment[]; heldAt: Date };

export const heldRowOf = ({ actor, input }: Send, { found: { rules, score }, attachments, heldAt }: Held): NewHeld => ({
  conversationId: input.conversationId,
  id: input.messageId,
  senderId: actor.userId,
  sessionId: actor.sessionId,
  kind: input.kind,
  content: input.content,
  attachments,
  mentions: input.mentions,
  replyToId: input.replyToId ?? null,
  clientTimestamp: input.clientTimestamp === undefined ? null : new Date(input.clientTimestamp),
  rules,
  score,
  heldAt,
});

/** What its sender is told. What its files were found to be, and whom it names, is known here alone. */
export const receiptOf = (message: Message): SendReceipt => {
  const { conversationId, messageId, seq, rev, createdAt, attachments, mentions } = message;
  const receipt: SendReceipt = { conversationId, messageId, seq, rev, status: "sent", createdAt, duplicate: false };
  return attachments.length + mentions.length > 0 ? { ...receipt, message } : receipt;
};

import type { Message } from "#lib/contract/messages.ts";

/** A stored message with the name of its sender and the message it answers. */
export type MessageRow = {
  conversationId: string;
  seq: number;
  id: string;
  rev: number;
  senderId: string;
  senderName: string;
  kind: Message["kind"];
  content: string;
  mentions: string[];
  system: { type: string } | null;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  replyId: string | null;
  replySenderId: string | null;
  replyContent: string | null;
};

const EXCERPT_CHARACTERS = 140;

/** The beginning of an answered message. */
export const excerptOf = (content: string): string => [...content].slice(0, EXCERPT_CHARACTERS).join("");

const replyOf = ({ replyId, replySenderId, replyContent }: MessageRow): Pick<Message, "replyTo"> =>
  replyId === null || replySenderId === null
    ? {}
    : { replyTo: { messageId: replyId, senderId: replySenderId, excerpt: excerptOf(replyContent ?? "") } };

/** A stored message as the wire shows it. */
export const presentMessage = (row: MessageRow): Message => ({
  conversationId: row.conversationId,
  messageId: row.id,
  seq: row.seq,
  rev: row.rev,
  senderId: row.senderId,
  senderName: row.senderName,
  kind: row.kind,
  content: row.content,
  ...replyOf(row),
  attachments: [],
  mentions: row.mentions,
  reactions: [],
  notices: [],
  ...(row.system ? { system: row.system } : {}),
  createdAt: row.createdAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  deletedAt: row.deletedAt?.toISOString() ?? null,
});

import type { Booking, StoredSystemPart, SystemPart } from "#lib/contract/bookings.ts";
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
  system: StoredSystemPart | null;
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

type Bookings = ReadonlyMap<string, Booking>;

/** A card shows its booking as it is now. */
const systemOf = ({ system }: MessageRow, bookings: Bookings): SystemPart | undefined => {
  if (system?.type !== "booking") return system ?? undefined;
  const booking = bookings.get(system.bookingId);
  return booking && { ...system, booking };
};

const withSystem = (row: MessageRow, bookings: Bookings): Pick<Message, "system"> => {
  const system = systemOf(row, bookings);
  return system ? { system } : {};
};

/** The bookings that the cards among these messages show. */
export const bookingsShown = (rows: readonly MessageRow[]): string[] =>
  rows.flatMap(({ system }) => (system?.type === "booking" ? [system.bookingId] : []));

/** A stored message as the wire shows it. */
export const presentMessage = (row: MessageRow, bookings: Bookings): Message => ({
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
  ...withSystem(row, bookings),
  createdAt: row.createdAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  deletedAt: row.deletedAt?.toISOString() ?? null,
});

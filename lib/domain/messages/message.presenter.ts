import type { Booking } from "#lib/contract/bookings.ts";
import type { Message } from "#lib/contract/messages.ts";
import type { StoredSystemPart, SystemPart } from "#lib/contract/system-parts.ts";
import type { Viewing } from "#lib/contract/viewings.ts";
import { presentNotices } from "../scan/notice.presenter.ts";

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
  attachments: Message["attachments"];
  mentions: string[];
  notices: string[];
  system: StoredSystemPart | null;
  reactions: Message["reactions"];
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  previewId: string | null;
  previewUrl: string | null;
  previewTitle: string | null;
  previewDescription: string | null;
  previewSiteName: string | null;
  previewHasPicture: boolean | null;
  replyId: string | null;
  replySenderId: string | null;
  replyContent: string | null;
};

const EXCERPT_CHARACTERS = 140;

/** The beginning of an answered message. */
export const excerptOf = (content: string): string => [...content].slice(0, EXCERPT_CHARACTERS).join("");

/** What a message that is removed quoted goes with it: of a tombstone nobody hears that its quote has changed. */
const replyOf = ({ deletedAt, replyId, replySenderId, replyContent }: MessageRow): Pick<Message, "replyTo"> =>
  deletedAt || replyId === null || replySenderId === null
    ? {}
    : { replyTo: { messageId: replyId, senderId: replySenderId, excerpt: excerptOf(replyContent ?? "") } };

/** Where the picture of a preview is read, and its file without the slash. */
export const previewPicture = (id: string): string => `/previews/${id}.webp`;

/** With a message that is removed goes what its link showed. */
const previewOf = (row: MessageRow): Pick<Message, "preview"> =>
  row.previewId === null || row.previewTitle === null || row.deletedAt
    ? {}
    : {
        preview: {
          url: row.previewUrl ?? "",
          title: row.previewTitle,
          description: row.previewDescription ?? "",
          siteName: row.previewSiteName ?? "",
          imageUrl: row.previewHasPicture ? previewPicture(row.previewId) : null,
        },
      };

/** What the cards among some messages show, by id. */
export type CardSubjects = { bookings: ReadonlyMap<string, Booking>; viewings: ReadonlyMap<string, Viewing> };

/** A card shows its booking or its viewing as it is now. */
const systemOf = ({ system }: MessageRow, { bookings, viewings }: CardSubjects): SystemPart | undefined => {
  switch (system?.type) {
    case "booking": {
      const booking = bookings.get(system.bookingId);
      return booking && { ...system, booking };
    }
    case "viewing": {
      const viewing = viewings.get(system.viewingId);
      return viewing && { ...system, viewing };
    }
    default:
      return system ?? undefined;
  }
};

const withSystem = (row: MessageRow, subjects: CardSubjects): Pick<Message, "system"> => {
  const system = systemOf(row, subjects);
  return system ? { system } : {};
};

/** The bookings that the cards among these messages show. */
export const bookingsShown = (rows: readonly MessageRow[]): string[] =>
  rows.flatMap(({ system }) => (system?.type === "booking" ? [system.bookingId] : []));

/** The viewings that the cards among these messages show. */
export const viewingsShown = (rows: readonly MessageRow[]): string[] =>
  rows.flatMap(({ system }) => (system?.type === "viewing" ? [system.viewingId] : []));

/** A stored message as the wire shows it. */
export const presentMessage = (row: MessageRow, subjects: CardSubjects): Message => ({
  conversationId: row.conversationId,
  messageId: row.id,
  seq: row.seq,
  rev: row.rev,
  senderId: row.senderId,
  senderName: row.senderName,
  kind: row.kind,
  content: row.content,
  ...replyOf(row),
  attachments: row.deletedAt ? [] : row.attachments,
  mentions: row.mentions,
  reactions: row.reactions,
  notices: row.deletedAt ? [] : presentNotices(row.notices),
  ...withSystem(row, subjects),
  ...previewOf(row),
  createdAt: row.createdAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  deletedAt: row.deletedAt?.toISOString() ?? null,
});

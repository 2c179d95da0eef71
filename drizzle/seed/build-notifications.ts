import type { BookingRow, ConversationRows, MessageRow, NotificationRow } from "./rows.ts";

const HOUR_MS = 3_600_000;

type Deps = { talk: ConversationRows; booking: BookingRow; listingId: string };

/** What each of a booking was told of the steps of the other. Who has read the conversation so far has seen it there. */
export const buildNotifications = ({ talk, booking, listingId }: Deps, makeId: (at: Date) => string): NotificationRow[] => {
  const { conversationId, studentId, landlordId } = booking;
  const marks = new Map(talk.participants.map(({ userId, readSeq }) => [userId, readSeq]));
  const toldOf = ({ seq, system, senderId, createdAt }: MessageRow): NotificationRow[] => {
    if (system?.type !== "booking_event") return [];
    return [studentId, landlordId]
      .filter((userId) => userId !== senderId)
      .map((userId) => ({
        id: makeId(createdAt),
        userId,
        actorId: senderId,
        conversationId,
        listingId,
        about: system,
        createdAt,
        readAt: (marks.get(userId) ?? 0) >= seq ? new Date(createdAt.getTime() + HOUR_MS) : null,
      }));
  };
  return talk.messages.flatMap(toldOf);
};

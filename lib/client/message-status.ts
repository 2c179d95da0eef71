import type { Participant } from "#lib/contract/conversations.ts";
import type { SentStatus } from "#lib/contract/messages.ts";

/**
 * How far a sent message has got: `delivered` or `read` once every other participant's watermark has reached it. In a
 * conversation without others it stays `sent`.
 */
export const messageStatus = (seq: number, senderId: string, participants: readonly Participant[]): SentStatus => {
  const others = participants.filter(({ userId }) => userId !== senderId);
  if (others.length === 0) return "sent";
  if (others.every(({ readSeq }) => readSeq >= seq)) return "read";
  return others.every(({ deliveredSeq }) => deliveredSeq >= seq) ? "delivered" : "sent";
};

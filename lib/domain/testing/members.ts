import type { Member } from "../messages/send.policy.ts";

/** What is known of who writes, who may. */
export const writer = { readSeq: 0, sharesReceipts: true, silencedUntil: null };

/** Somebody in a conversation who has written nothing yet. */
export const member = (userId: string, extra: Partial<Member> = {}): Member => ({
  userId,
  hiddenSeq: 0,
  sentSeq: 0,
  isReachable: false,
  isMuted: false,
  isAway: false,
  writer,
  ...extra,
});

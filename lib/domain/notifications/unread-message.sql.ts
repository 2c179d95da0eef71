import { and, eq, gt, isNull, lte, ne, or, sql } from "drizzle-orm";
import { messages, participants } from "#lib/db/schema/index.ts";

export const isNotMuted = or(isNull(participants.mutedUntil), lte(participants.mutedUntil, sql`now()`));

/** A message that its member may see and has not read; what the server wrote has notifications of its own. */
export const isUnread = and(
  eq(messages.conversationId, participants.conversationId),
  gt(messages.seq, participants.readSeq),
  gt(messages.seq, participants.joinedSeq),
  ne(messages.senderId, participants.userId),
  messages.countsUnread,
  ne(messages.kind, "system"),
  isNull(participants.leftSeq),
);

/** The same, of what its member has not silenced. */
export const isUnreadMessage = and(isUnread, isNotMuted);

/** It names its member. */
export const isMention = sql`${participants.userId} = any(${messages.mentions})`;

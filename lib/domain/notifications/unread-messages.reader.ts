import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import type { Message } from "#lib/contract/messages.ts";
import type { Db } from "#lib/db/client.ts";
import { blocks, conversations, listings, messages, participants, users } from "#lib/db/schema/index.ts";
import type { PushedMessages } from "./channel.policy.ts";
import { isMention, isNotMuted, isUnread } from "./unread-message.sql.ts";

/** What waits for somebody in a conversation: how many messages, and the newest of them. */
export type UnreadMessages = {
  seq: number;
  count: number;
  content: string;
  attachments: Message["attachments"];
  senderName: string;
  listingTitle: string | null;
};

const isOfKeptOut = sql`exists (select from ${blocks}
  where (blocker_id, blocked_id) in ((${participants.userId}, ${messages.senderId}), (${messages.senderId}, ${participants.userId})))`;

const isToBeTold = ({ all, mentions }: PushedMessages) => or(all ? isNotMuted : sql`false`, mentions ? isMention : sql`false`);

/** Nothing of what has been read, is not to be told of, was taken back or written by somebody whom one keeps away. */
export const findUnreadMessages = async (
  db: Db,
  { conversationId, userId }: { conversationId: string; userId: string },
  pushed: PushedMessages,
): Promise<UnreadMessages | undefined> => {
  const [newest] = await db
    .select({
      seq: messages.seq,
      count: sql<number>`(count(*) over ())::int`,
      content: messages.content,
      attachments: messages.attachments,
      senderName: users.name,
      listingTitle: listings.title,
    })
    .from(participants)
    .innerJoin(messages, and(isUnread, isToBeTold(pushed)))
    .innerJoin(users, eq(users.id, messages.senderId))
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .leftJoin(listings, eq(listings.id, conversations.listingId))
    .where(
      and(
        eq(participants.conversationId, conversationId),
        eq(participants.userId, userId),
        isNull(messages.deletedAt),
        sql`not ${isOfKeptOut}`,
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return newest;
};

import { and, desc, eq, ilike, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ConversationFilter } from "#lib/contract/conversations.ts";
import type { Db } from "#lib/db/client.ts";
import { literally } from "#lib/db/like.ts";
import { conversations, listings, participants, users } from "#lib/db/schema/index.ts";
import { unreadCount } from "./unread.sql.ts";

/** A conversation's place in the list: what is pinned, then the newest activity first; ids break ties. */
export type ListPlace = { pinned: boolean; activeAt: Date; id: string };

type Page = { filter: ConversationFilter; q?: string | undefined; after?: ListPlace | undefined; limit: number };

const other = alias(participants, "other");

const byFilter: Record<ConversationFilter, SQL> = {
  all: sql`not ${participants.archived}`,
  unread: sql`(${participants.markedUnread} or ${unreadCount} > 0)`,
  archived: sql`${participants.archived}`,
};

const matching = (viewerId: string, q: string): SQL | undefined => {
  const pattern = `%${literally(q)}%`;
  const somebodyNamed = sql`exists (select 1 from ${participants} other join ${users} on ${users.id} = ${other.userId}
    where ${other.conversationId} = ${conversations.id} and ${and(ne(other.userId, viewerId), ilike(users.name, pattern))})`;
  return or(somebodyNamed, ilike(listings.title, pattern), ilike(conversations.title, pattern));
};

/** One page of ids of a person's active conversations with the place of each. */
export const listPage = (db: Db, viewerId: string, { filter, q, after, limit }: Page): Promise<ListPlace[]> =>
  db
    .select({ pinned: participants.pinned, id: conversations.id, activeAt: conversations.activeAt })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .leftJoin(listings, eq(listings.id, conversations.listingId))
    .where(
      and(
        eq(participants.userId, viewerId),
        isNull(participants.leftSeq),
        byFilter[filter],
        q?.trim() ? matching(viewerId, q) : undefined,
        after &&
          sql`(${participants.pinned}, ${conversations.activeAt}, ${conversations.id})
            < (${after.pinned}, ${after.activeAt.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(participants.pinned), desc(conversations.activeAt), desc(conversations.id))
    .limit(limit);

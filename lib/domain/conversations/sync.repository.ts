import { and, desc, eq, inArray, isNotNull, isNull, notInArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Holding } from "#lib/contract/fingerprint.ts";
import { limits } from "#lib/contract/limits.ts";
import type { Cursors } from "#lib/contract/session.ts";
import type { Db } from "#lib/db/client.ts";
import { conversations, messages, participants } from "#lib/db/schema/index.ts";
import { fineCount } from "./fine.sql.ts";
import { isMentioned } from "./mentioned.sql.ts";
import { mutedUntilNow } from "./muted.sql.ts";
import { unreadCount } from "./unread.sql.ts";

/** `joinedSeq`: since when the person is in it; `hiddenSeq`: after what they see it. */
export type Standing = { id: string; rev: number; joinedSeq: number; hiddenSeq: number };

const standing = {
  id: conversations.id,
  rev: conversations.rev,
  joinedSeq: participants.joinedSeq,
  hiddenSeq: participants.hiddenSeq,
};

/** Those of the named conversations that the person is an active member of. */
export const findNamed = async (db: Db, userId: string, ids: string[]): Promise<Standing[]> => {
  if (ids.length === 0) return [];
  return db
    .select(standing)
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(and(eq(participants.userId, userId), isNull(participants.leftSeq), inArray(conversations.id, ids)));
};

/** The person's other active conversations, newest activity first. */
export const findUnnamed = (db: Db, userId: string, named: string[], limit: number): Promise<Standing[]> =>
  db
    .select(standing)
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(
      and(
        eq(participants.userId, userId),
        isNull(participants.leftSeq),
        named.length > 0 ? notInArray(conversations.id, named) : undefined,
      ),
    )
    .orderBy(desc(conversations.activeAt), desc(conversations.id))
    .limit(limit);

/** Those of the named conversations that the person is no longer in. One that the person was never in is not among them. */
export const findLeft = async (db: Db, userId: string, ids: string[]): Promise<string[]> => {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: participants.conversationId })
    .from(participants)
    .where(and(eq(participants.userId, userId), isNotNull(participants.leftSeq), inArray(participants.conversationId, ids)));
  return rows.map(({ id }) => id);
};

/**
 * Those of them that the person has joined anew since the revision that a client names: what that client holds is of an earlier time in
 * it. The line that says so comes first of all that is said with one in it, and never changes.
 */
export const findJoinedAnew = async (db: Db, standings: Standing[], cursors: Cursors): Promise<string[]> => {
  const joined = standings.filter(({ joinedSeq }) => joinedSeq > 0);
  if (joined.length === 0) return [];
  const rows = await db
    .select({ id: messages.conversationId, rev: messages.rev })
    .from(messages)
    .where(
      and(
        eq(messages.kind, "system"),
        sql`(${messages.conversationId}, ${messages.seq}) in (select * from unnest(
          ${sql.param(joined.map(({ id }) => id))}::uuid[], ${sql.param(joined.map(({ joinedSeq }) => joinedSeq + 1))}::int[]))`,
      ),
    );
  return rows.filter(({ id, rev }) => (cursors[id] ?? 0) < rev).map(({ id }) => id);
};

export type HeldRow = Omit<Holding, "participants" | "blocked" | "mutedUntil" | "fine" | "pictureUrl" | "openHistory"> & {
  pictureId: string | null;
  openHistory: boolean;
  kind: ConversationSummary["kind"];
  mutedUntil: Date | null;
  fineCount: number;
};

const own = alias(participants, "own");
const recent = alias(conversations, "recent");

/** What a check compares of the newest and of the named conversations of a person, but for what their members say of it. */
export const findHeld = (db: Db, userId: string, named: string[]): Promise<HeldRow[]> => {
  const newest = db
    .select({ id: recent.id })
    .from(own)
    .innerJoin(recent, eq(recent.id, own.conversationId))
    .where(and(eq(own.userId, userId), isNull(own.leftSeq)))
    .orderBy(desc(recent.activeAt), desc(recent.id))
    .limit(limits.checkedConversations);
  return db
    .select({
      id: conversations.id,
      rev: conversations.rev,
      title: conversations.title,
      pictureId: conversations.pictureId,
      openHistory: conversations.openHistory,
      unreadCount,
      mentioned: isMentioned,
      pinned: participants.pinned,
      archived: participants.archived,
      markedUnread: participants.markedUnread,
      kind: conversations.kind,
      mutedUntil: mutedUntilNow,
      fineCount,
    })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(
      and(
        eq(participants.userId, userId),
        isNull(participants.leftSeq),
        or(inArray(conversations.id, newest), named.length > 0 ? inArray(conversations.id, named) : undefined),
      ),
    );
};

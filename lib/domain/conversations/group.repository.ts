import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#lib/db/client.ts";
import { conversations, participants, users } from "#lib/db/schema/index.ts";
import type { Company } from "./group.policy.ts";

/**
 * A conversation and its active members, held still until the transaction ends: nothing is stored in it meanwhile, and nobody comes
 * or goes.
 */
export const lockCompany = async (db: Db, id: string): Promise<Company | undefined> => {
  const [head] = await db
    .select({
      id: conversations.id,
      kind: conversations.kind,
      title: conversations.title,
      pictureId: conversations.pictureId,
      openHistory: conversations.openHistory,
      lastSeq: conversations.lastSeq,
    })
    .from(conversations)
    .where(eq(conversations.id, id))
    .for("no key update");
  if (!head) return undefined;
  const members = await db
    .select({ userId: users.id, name: users.name, role: participants.role, joinedAt: participants.joinedAt })
    .from(participants)
    .innerJoin(users, eq(users.id, participants.userId))
    .where(and(eq(participants.conversationId, id), isNull(participants.leftSeq)))
    .orderBy(asc(participants.joinedAt), asc(participants.userId));
  return { ...head, members };
};

type NewGroup = { id: string; title: string; listingId: string | null; adminId: string; userIds: string[] };

export const insertGroup = async (db: Db, { id, title, listingId, adminId, userIds }: NewGroup): Promise<void> => {
  await db.insert(conversations).values({ id, kind: "group", title, listingId });
  const others = userIds.map((userId) => ({ conversationId: id, userId }));
  await db.insert(participants).values([{ conversationId: id, userId: adminId, role: "admin" }, ...others]);
};

type Joined = Pick<Company, "id" | "lastSeq" | "openHistory">;

/**
 * They are in it from its end on, as if they had never been before: all until then is read. What they see of it was decided by who
 * leads the group, and stays as it is now.
 */
export const joinMembers = async (db: Db, { id, lastSeq: seq, openHistory }: Joined, userIds: string[]) => {
  const start = {
    joinedSeq: seq,
    seesBefore: openHistory,
    deliveredSeq: seq,
    readSeq: seq,
    shownDeliveredSeq: seq,
    shownReadSeq: seq,
  };
  const anew = { role: "member", leftSeq: null, sentSeq: 0, mutedUntil: null, pinned: false, archived: false } as const;
  await db
    .insert(participants)
    .values(userIds.map((userId) => ({ conversationId: id, userId, ...start })))
    .onConflictDoUpdate({
      target: [participants.conversationId, participants.userId],
      set: { ...start, ...anew, markedUnread: false, joinedAt: sql`now()` },
    });
};

const membership = (id: string, userId: string) => and(eq(participants.conversationId, id), eq(participants.userId, userId));

/** What comes behind the end of the conversation is not theirs to see. */
export const endMembership = async (db: Db, { id, lastSeq }: Pick<Company, "id" | "lastSeq">, userId: string): Promise<void> => {
  await db.update(participants).set({ leftSeq: lastSeq, role: "member" }).where(membership(id, userId));
};

export const makeAdmin = async (db: Db, id: string, userId: string): Promise<void> => {
  await db.update(participants).set({ role: "admin" }).where(membership(id, userId));
};

export const saveTitle = async (db: Db, id: string, title: string): Promise<void> => {
  await db.update(conversations).set({ title }).where(eq(conversations.id, id));
};

export const saveOpenHistory = async (db: Db, id: string, openHistory: boolean): Promise<void> => {
  await db.update(conversations).set({ openHistory }).where(eq(conversations.id, id));
};

export const savePicture = async (db: Db, id: string, pictureId: string | null): Promise<void> => {
  await db.update(conversations).set({ pictureId }).where(eq(conversations.id, id));
};

/** Whether somebody who is in it sees this picture there now. */
export const isPictureOf = async (db: Db, { id, pictureId, userId }: { id: string; pictureId: string; userId: string }) => {
  const rows = await db
    .select({ id: conversations.id })
    .from(conversations)
    .innerJoin(participants, eq(participants.conversationId, conversations.id))
    .where(
      and(
        eq(conversations.id, id),
        eq(conversations.pictureId, pictureId),
        eq(participants.userId, userId),
        isNull(participants.leftSeq),
      ),
    );
  return rows.length > 0;
};

const mine = alias(participants, "mine");

/** Those of these people who are in a conversation with somebody. */
export const findCompanions = async (db: Db, userId: string, among: string[]): Promise<Set<string>> => {
  const rows = await db
    .selectDistinct({ userId: participants.userId })
    .from(mine)
    .innerJoin(participants, eq(participants.conversationId, mine.conversationId))
    .where(and(eq(mine.userId, userId), isNull(mine.leftSeq), isNull(participants.leftSeq), inArray(participants.userId, among)));
  return new Set(rows.map((row) => row.userId));
};

export const findNames = (db: Db, userIds: string[]): Promise<{ userId: string; name: string }[]> =>
  db.select({ userId: users.id, name: users.name }).from(users).where(inArray(users.id, userIds)).orderBy(asc(users.name));

/** Until when somebody may say nothing new; nothing for whoever may. */
export const silencedUntil = async (db: Db, userId: string): Promise<Date | undefined> => {
  const [row] = await db
    .select({ until: users.silencedUntil })
    .from(users)
    .where(and(eq(users.id, userId), gt(users.silencedUntil, sql`now()`)));
  return row?.until ?? undefined;
};

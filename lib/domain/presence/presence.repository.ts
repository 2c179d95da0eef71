import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#lib/db/client.ts";
import { blocks, devices, participants, preferences, users } from "#lib/db/schema/index.ts";

const mine = alias(participants, "mine");

/**
 * Of `userIds`, those whose presence the viewer may see, and when each was last here: they share an active conversation,
 * neither blocks the other, and both share their presence.
 */
export const findVisibleContacts = (db: Db, viewerId: string, userIds: string[]) =>
  db
    .selectDistinct({ id: users.id, lastSeenAt: users.lastSeenAt })
    .from(mine)
    .innerJoin(participants, eq(participants.conversationId, mine.conversationId))
    .innerJoin(users, eq(users.id, participants.userId))
    .where(
      and(
        eq(mine.userId, viewerId),
        sql`${mine.leftSeq} is null and ${participants.leftSeq} is null`,
        inArray(participants.userId, userIds),
        sql`not exists (select 1 from ${blocks} where (blocker_id = ${viewerId} and blocked_id = ${users.id})
          or (blocker_id = ${users.id} and blocked_id = ${viewerId}))`,
        sql`not exists (select 1 from ${preferences} where user_id in (${viewerId}, ${users.id}) and not presence)`,
      ),
    );

/** Whether two people are in any conversation together. */
export const areTogether = async (db: Db, one: string, other: string): Promise<boolean> => {
  const rows = await db
    .select({ userId: participants.userId })
    .from(mine)
    .innerJoin(participants, eq(participants.conversationId, mine.conversationId))
    .where(
      and(eq(mine.userId, one), eq(participants.userId, other), sql`${mine.leftSeq} is null and ${participants.leftSeq} is null`),
    )
    .limit(1);
  return rows.length > 0;
};

/** Those in a person's conversations who share no presence, and so see nobody's; with the person, if that is one of them. */
export const findReserved = async (db: Db, userId: string): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: preferences.userId })
    .from(mine)
    .innerJoin(participants, eq(participants.conversationId, mine.conversationId))
    .innerJoin(preferences, eq(preferences.userId, participants.userId))
    .where(
      and(
        eq(mine.userId, userId),
        sql`${mine.leftSeq} is null and ${participants.leftSeq} is null`,
        eq(preferences.presence, false),
      ),
    );
  return rows.map(({ id }) => id);
};

export const findLastSeen = async (db: Db, userId: string): Promise<Date | null> => {
  const [row] = await db.select({ at: users.lastSeenAt }).from(users).where(eq(users.id, userId));
  return row?.at ?? null;
};

export const setLastSeen = async (db: Db, userId: string, at: Date): Promise<void> => {
  await db.update(users).set({ lastSeenAt: at }).where(eq(users.id, userId));
};

/** Notes that a device is here at `at`. Resolves to when it was here before. */
export const touchDevice = async (db: Db, userId: string, deviceId: string, at: Date): Promise<Date | undefined> => {
  const [before] = await db
    .select({ lastSeenAt: devices.lastSeenAt })
    .from(devices)
    .where(and(eq(devices.userId, userId), eq(devices.deviceId, deviceId)));
  await db
    .insert(devices)
    .values({ userId, deviceId, lastSeenAt: at })
    .onConflictDoUpdate({ target: [devices.userId, devices.deviceId], set: { lastSeenAt: at } });
  return before?.lastSeenAt;
};

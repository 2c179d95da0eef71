import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { among } from "#lib/db/among.ts";
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

/** Where a person is told of, and who is not to hear it. */
export type Company = {
  conversationIds: string[];
  /** Whom the person blocks, or who blocks them. */
  blocked: string[];
  /** Those who share no presence, and so see nobody's; with the person, if that is one of them. */
  reserved: string[];
};

type CompanyRow = { user_id: string; part: keyof Company; id: string };

/** The company of each of these people. */
export const findCompanies = async (db: Db, userIds: string[]): Promise<Map<string, Company>> => {
  const rows = await db.execute<CompanyRow>(sql`
    select p.user_id, 'conversationIds' as part, p.conversation_id as id from ${participants} p
      where ${among(sql`p.user_id`, userIds)} and p.left_seq is null
    union all select b.blocker_id, 'blocked', b.blocked_id from ${blocks} b where ${among(sql`b.blocker_id`, userIds)}
    union all select b.blocked_id, 'blocked', b.blocker_id from ${blocks} b where ${among(sql`b.blocked_id`, userIds)}
    union all (select distinct own.user_id, 'reserved', theirs.user_id from ${participants} own
      join ${participants} theirs on theirs.conversation_id = own.conversation_id and theirs.left_seq is null
      join ${preferences} kept on kept.user_id = theirs.user_id and not kept.presence
      where ${among(sql`own.user_id`, userIds)} and own.left_seq is null)`);
  const found = new Map(userIds.map((id) => [id, { conversationIds: [], blocked: [], reserved: [] } as Company]));
  for (const { user_id, part, id } of rows) found.get(user_id)?.[part].push(id);
  return found;
};

export const findLastSeen = async (db: Db, userId: string): Promise<Date | null> => {
  const [row] = await db.select({ at: users.lastSeenAt }).from(users).where(eq(users.id, userId));
  return row?.at ?? null;
};

/** Notes when people were last here. Waits for none of them while it holds others: who is held elsewhere is noted alone. */
export const setLastSeen = async (db: Db, userIds: string[], at: Date): Promise<void> => {
  const free = db.select({ id: users.id }).from(users).where(among(users.id, userIds)).for("no key update", { skipLocked: true });
  const noted = await db.update(users).set({ lastSeenAt: at }).where(inArray(users.id, free)).returning({ id: users.id });
  const done = new Set(noted.map(({ id }) => id));
  for (const id of userIds) if (!done.has(id)) await db.update(users).set({ lastSeenAt: at }).where(eq(users.id, id));
};

export type DeviceOf = { userId: string; deviceId: string };
type DeviceRow = { user_id: string; device_id: string; before: string | null };

/** Notes that these devices, each named once, are here at `at`. Resolves to when each was here before, in the same order. */
export const touchDevices = async (db: Db, here: DeviceOf[], at: Date): Promise<(Date | undefined)[]> => {
  const rows = await db.execute<DeviceRow>(sql`
    with here as materialized (select * from unnest(${sql.param(here.map(({ userId }) => userId))}::uuid[],
        ${sql.param(here.map(({ deviceId }) => deviceId))}::uuid[]) as here (user_id, device_id)),
      known as materialized (select d.* from ${devices} d join here using (user_id, device_id))
    insert into ${devices} as d (user_id, device_id, last_seen_at)
    select user_id, device_id, ${at.toISOString()}::timestamptz from here order by user_id, device_id
    on conflict (user_id, device_id) do update set last_seen_at = excluded.last_seen_at
    returning d.user_id, d.device_id, (select known.last_seen_at::text from known
      where known.user_id = d.user_id and known.device_id = d.device_id) as before`);
  const before = new Map(rows.map((row) => [`${row.user_id} ${row.device_id}`, row.before]));
  return here.map(({ userId, deviceId }) => {
    const time = before.get(`${userId} ${deviceId}`);
    return time ? new Date(time) : undefined;
  });
};

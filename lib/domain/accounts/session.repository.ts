import { and, desc, eq, gt, inArray, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import { among } from "#lib/db/among.ts";
import type { Db } from "#lib/db/client.ts";
import { refreshTokens, sessions, users } from "#lib/db/schema/index.ts";

type NewSession = { id: string; userId: string; kind: "web" | "token"; deviceName: string | null; expiresAt: Date };

export const insertSession = async (db: Db, session: NewSession): Promise<void> => {
  await db.insert(sessions).values(session);
};

const isLive = (at: Date) => and(isNull(sessions.revokedAt), gt(sessions.expiresAt, at));

/** Who each live session belongs to, whatever they are allowed; one that has ended is missing. */
export const findBySessions = async (db: Db, sessionIds: string[], at: Date) => {
  const rows = await db
    .select({
      sessionId: sessions.id,
      id: users.id,
      name: users.name,
      role: users.role,
      bannedUntil: users.bannedUntil,
      seenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(among(sessions.id, sessionIds), isLive(at)));
  return new Map(rows.map((row) => [row.sessionId, row]));
};

/** Notes that sessions are in use; waits for none that somebody else notes or ends at the moment. */
export const touchSessions = async (db: Db, sessionIds: string[], at: Date, unlessSince: Date): Promise<void> => {
  const idle = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(among(sessions.id, sessionIds), lt(sessions.lastSeenAt, unlessSince)))
    .for("no key update", { skipLocked: true });
  await db.update(sessions).set({ lastSeenAt: at }).where(inArray(sessions.id, idle));
};

export const findLiveSessions = (db: Db, userId: string, at: Date) =>
  db
    .select({
      id: sessions.id,
      kind: sessions.kind,
      deviceName: sessions.deviceName,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isLive(at)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));

/** Which ones: one, one of this person's own, or all of a person's but perhaps one. */
export type SessionChoice = { id: string } | { id: string; userId: string } | { userId: string; except?: string };

const chosen = (choice: SessionChoice) =>
  and(
    "id" in choice ? eq(sessions.id, choice.id) : undefined,
    "userId" in choice ? eq(sessions.userId, choice.userId) : undefined,
    "except" in choice && choice.except !== undefined ? ne(sessions.id, choice.except) : undefined,
    isNull(sessions.revokedAt),
  );

/** Ends sessions, by the database's clock. Resolves to the ids of those that were still alive. */
export const revokeSessions = async (db: Db, choice: SessionChoice, endReason: string): Promise<string[]> => {
  const ended = { revokedAt: sql`now()`, endReason };
  const rows = await db.update(sessions).set(ended).where(chosen(choice)).returning({ id: sessions.id });
  return rows.map(({ id }) => id);
};

export const databaseTime = async (db: Db): Promise<Date> => {
  const [row] = await db.execute<{ at: string }>(sql`select clock_timestamp()::text as at`);
  return new Date(row?.at ?? Number.NaN);
};

/** The sessions that were revoked after `since`, or ran out between then and `now`. */
export const findEndedSessions = (db: Db, since: Date, now: Date) =>
  db
    .select({ id: sessions.id, revokedAt: sessions.revokedAt, endReason: sessions.endReason })
    .from(sessions)
    .where(or(gt(sessions.revokedAt, since), and(gt(sessions.expiresAt, since), lte(sessions.expiresAt, now))));

/** The people whose role or ban changed after `since`, as they are now. */
export const findChangedAccess = (db: Db, since: Date) =>
  db
    .select({ userId: users.id, role: users.role, bannedUntil: users.bannedUntil, reason: users.banReason })
    .from(users)
    .where(gt(users.accessChangedAt, since));

export const insertRefreshToken = async (
  db: Db,
  token: { tokenHash: string; sessionId: string; expiresAt: Date },
): Promise<void> => {
  await db.insert(refreshTokens).values(token);
};

/** The token with its session, locked, so that of two simultaneous uses one is the second. */
export const lockRefreshToken = async (db: Db, tokenHash: string) => {
  const [row] = await db.select().from(refreshTokens).where(eq(refreshTokens.tokenHash, tokenHash)).for("update");
  return row;
};

export const markRefreshTokenUsed = async (db: Db, tokenHash: string, at: Date): Promise<void> => {
  await db.update(refreshTokens).set({ usedAt: at }).where(eq(refreshTokens.tokenHash, tokenHash));
};

/** Deletes at most `limit` sessions that ended before then. Resolves to how many there were. */
export const dropEnded = async (db: Db, before: Date, limit: number): Promise<number> => {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(or(lt(sessions.revokedAt, before), lt(sessions.expiresAt, before)))
    .limit(limit);
  const ids = rows.map(({ id }) => id);
  await db.delete(refreshTokens).where(inArray(refreshTokens.sessionId, ids));
  await db.delete(sessions).where(inArray(sessions.id, ids));
  return ids.length;
};

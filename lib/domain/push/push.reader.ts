import { and, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { pushSubscriptions, sessions, users } from "#lib/db/schema/index.ts";

export type SubscriptionRow = typeof pushSubscriptions.$inferSelect;

/** What ends with a session, or stops with a ban, is not told of anything. */
const isHeard = and(
  isNull(sessions.revokedAt),
  gt(sessions.expiresAt, sql`now()`),
  or(isNull(users.bannedUntil), lte(users.bannedUntil, sql`now()`)),
);

const heard = (db: Db) =>
  db
    .select({ subscription: pushSubscriptions })
    .from(pushSubscriptions)
    .innerJoin(sessions, eq(sessions.id, pushSubscriptions.sessionId))
    .innerJoin(users, eq(users.id, pushSubscriptions.userId));

/** A person's browsers that are told, the newest first. */
export const findHeardSubscriptions = async (db: Db, userId: string): Promise<SubscriptionRow[]> => {
  const rows = await heard(db)
    .where(and(eq(pushSubscriptions.userId, userId), isHeard))
    .orderBy(desc(pushSubscriptions.createdAt), desc(pushSubscriptions.id));
  return rows.map(({ subscription }) => subscription);
};

type Wanted = { userId: string } & ({ id: string } | { endpoint: string });

/** One of that person's, if it is told of anything. */
export const findHeardSubscription = async (db: Db, wanted: Wanted): Promise<SubscriptionRow | undefined> => {
  const one = "id" in wanted ? eq(pushSubscriptions.id, wanted.id) : eq(pushSubscriptions.endpoint, wanted.endpoint);
  const [row] = await heard(db).where(and(eq(pushSubscriptions.userId, wanted.userId), one, isHeard));
  return row?.subscription;
};

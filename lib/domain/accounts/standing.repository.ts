import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Role } from "#lib/contract/accounts.ts";
import type { Db } from "#lib/db/client.ts";
import { users } from "#lib/db/schema/index.ts";

/** The admins who can act, locked: of two who would unseat each other at once, one is the second. */
export const lockAdmins = async (db: Db): Promise<string[]> => {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), or(isNull(users.bannedUntil), sql`${users.bannedUntil} <= now()`)))
    .orderBy(asc(users.id))
    .for("update");
  return rows.map(({ id }) => id);
};

/** Resolves to the role before, or to nothing when there is no such person. */
export const setRole = async (db: Db, userId: string, role: Role): Promise<Role | undefined> => {
  const [before] = await db.select({ role: users.role }).from(users).where(eq(users.id, userId)).for("update");
  if (before) await db.update(users).set({ role }).where(eq(users.id, userId));
  return before?.role;
};

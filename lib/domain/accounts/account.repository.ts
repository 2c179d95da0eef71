import { eq, sql } from "drizzle-orm";
import type { Role } from "#lib/contract/accounts.ts";
import type { Db } from "#lib/db/client.ts";
import { users } from "#lib/db/schema/index.ts";

type NewUser = { id: string; email: string; name: string; role: Role; passwordHash: string };

/** Resolves to false when the address is taken. */
export const insertUser = async (db: Db, user: NewUser): Promise<boolean> => {
  const rows = await db.insert(users).values(user).onConflictDoNothing({ target: users.email }).returning({ id: users.id });
  return rows.length > 0;
};

export const findForSignIn = async (db: Db, email: string) => {
  const [row] = await db
    .select({
      id: users.id,
      name: users.name,
      role: users.role,
      bannedUntil: users.bannedUntil,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .where(eq(users.email, email));
  return row;
};

export const findAccount = async (db: Db, userId: string) => {
  const [row] = await db
    .select({ email: users.email, emailVerifiedAt: users.emailVerifiedAt, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId));
  return row;
};

export const setPassword = async (db: Db, userId: string, passwordHash: string): Promise<void> => {
  await db.update(users).set({ passwordHash }).where(eq(users.id, userId));
};

/** Notes that mail to this person arrives; the first time counts. */
export const setEmailVerified = async (db: Db, userId: string, at: Date): Promise<void> => {
  await db
    .update(users)
    .set({ emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${at.toISOString()}::timestamptz)` })
    .where(eq(users.id, userId));
};

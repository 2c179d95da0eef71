import { and, eq, gt, isNull } from "drizzle-orm";
import type { Role } from "#lib/contract/accounts.ts";
import type { Db } from "#lib/db/client.ts";
import { refreshTokens, sessions, users } from "#lib/db/schema/index.ts";

type NewUser = { id: string; email: string; name: string; role: Role; passwordHash: string };
type NewSession = { id: string; userId: string; kind: "web" | "token"; deviceName: string | null; expiresAt: Date };

/** Resolves to false when the address is taken. */
export const insertUser = async (db: Db, user: NewUser): Promise<boolean> => {
  const rows = await db.insert(users).values(user).onConflictDoNothing({ target: users.email }).returning({ id: users.id });
  return rows.length > 0;
};

const person = { id: users.id, name: users.name, role: users.role };

export const findForSignIn = async (db: Db, email: string) => {
  const [row] = await db
    .select({ ...person, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email));
  return row;
};

export const insertSession = async (db: Db, session: NewSession): Promise<void> => {
  await db.insert(sessions).values(session);
};

/** Who a live session belongs to; nothing once it has ended. */
export const findBySession = async (db: Db, sessionId: string, at: Date) => {
  const [row] = await db
    .select(person)
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), gt(sessions.expiresAt, at)));
  return row;
};

export const revokeSession = async (db: Db, sessionId: string, at: Date): Promise<boolean> => {
  const rows = await db
    .update(sessions)
    .set({ revokedAt: at })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return rows.length > 0;
};

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

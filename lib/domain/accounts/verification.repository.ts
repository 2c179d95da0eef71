import { and, eq, gt, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { users, verifications } from "#lib/db/schema/index.ts";

export type Purpose = "password_reset" | "email";
type Verification = { userId: string; purpose: Purpose; tokenHash: string; expiresAt: Date };

/** Promises something by mail; what was promised before for the same purpose is worth nothing from now on. */
export const putVerification = async (db: Db, { userId, purpose, ...promise }: Verification): Promise<void> => {
  await db
    .insert(verifications)
    .values({ userId, purpose, ...promise })
    .onConflictDoUpdate({ target: [verifications.userId, verifications.purpose], set: { ...promise, createdAt: sql`now()` } });
};

/** Uses a token up. Resolves to whose it was; to nothing when it is unknown, used, replaced, too old or for something else. */
export const takeVerification = async (
  db: Db,
  { purpose, tokenHash, at }: { purpose: Purpose; tokenHash: string; at: Date },
): Promise<string | undefined> => {
  const [row] = await db
    .delete(verifications)
    .where(and(eq(verifications.tokenHash, tokenHash), eq(verifications.purpose, purpose), gt(verifications.expiresAt, at)))
    .returning({ userId: verifications.userId });
  return row?.userId;
};

export const dropVerification = async (db: Db, userId: string, purpose: Purpose): Promise<void> => {
  await db.delete(verifications).where(and(eq(verifications.userId, userId), eq(verifications.purpose, purpose)));
};

/** Who has this address, and nothing else of them. */
export const findIdByEmail = async (db: Db, email: string): Promise<string | undefined> => {
  const [row] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return row?.id;
};

import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { users, verifications } from "#lib/db/schema/index.ts";

export type Purpose = "password_reset" | "email";
type Promised = { userId: string; purpose: Purpose; tokenHash: string; at: Date };
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

/** The address that a promise goes to; nothing once it was used, replaced or is too old. */
export const findPromised = async (db: Db, { userId, purpose, tokenHash, at }: Promised): Promise<string | undefined> => {
  const [row] = await db
    .select({ email: users.email })
    .from(verifications)
    .innerJoin(users, eq(users.id, verifications.userId))
    .where(
      and(
        eq(verifications.userId, userId),
        eq(verifications.purpose, purpose),
        eq(verifications.tokenHash, tokenHash),
        gt(verifications.expiresAt, at),
      ),
    );
  return row?.email;
};

/** Forgets what was promised until then. Nobody can use it any more. */
export const dropExpired = async (db: Db, at: Date): Promise<void> => {
  await db.delete(verifications).where(lte(verifications.expiresAt, at));
};

export const dropVerification = async (db: Db, userId: string, purpose: Purpose): Promise<void> => {
  await db.delete(verifications).where(and(eq(verifications.userId, userId), eq(verifications.purpose, purpose)));
};

/** Who has this address, and nothing else of them. */
export const findIdByEmail = async (db: Db, email: string): Promise<string | undefined> => {
  const [row] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return row?.id;
};

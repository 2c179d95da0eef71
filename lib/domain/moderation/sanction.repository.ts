import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AppealOutcome } from "#lib/contract/sanctions.ts";
import type { Db } from "#lib/db/client.ts";
import { appeals, sanctions, users } from "#lib/db/schema/index.ts";
import type { Standing } from "./sanction.policy.ts";

/** People as they stand, held still until the transaction ends: of two who act on each other at once, one is the second. */
export const lockStandings = async (db: Db, ids: string[]): Promise<Map<string, Standing>> => {
  const rows = await db
    .select({
      id: users.id,
      role: users.role,
      isBanned: sql<boolean>`coalesce(${users.bannedUntil} > now(), false)`,
    })
    .from(users)
    .where(inArray(users.id, ids))
    .orderBy(asc(users.id))
    .for("no key update");
  return new Map(rows.map((row) => [row.id, row]));
};

export type NewSanctionRow = Omit<typeof sanctions.$inferInsert, "createdAt" | "liftedAt" | "liftedBy" | "liftReason">;

export const insertSanction = async (db: Db, row: NewSanctionRow): Promise<void> => {
  await db.insert(sanctions).values(row);
};

export type Lift = { liftedBy: string; liftReason: string | null };

/** Ends what lasts of a kind. Resolves to what there was. */
export const endLasting = async (db: Db, userId: string, kind: "silence" | "ban", lift: Lift): Promise<string[]> => {
  const ended = await db
    .update(sanctions)
    .set({ ...lift, liftedAt: sql`clock_timestamp()` })
    .where(and(eq(sanctions.userId, userId), eq(sanctions.kind, kind), isNull(sanctions.liftedAt)))
    .returning({ id: sanctions.id });
  return ended.map(({ id }) => id);
};

/** Resolves to false when it counted no longer. */
export const endSanction = async (db: Db, id: string, lift: Lift): Promise<boolean> => {
  const ended = await db
    .update(sanctions)
    .set({ ...lift, liftedAt: sql`clock_timestamp()` })
    .where(and(eq(sanctions.id, id), isNull(sanctions.liftedAt)))
    .returning({ id: sanctions.id });
  return ended.length > 0;
};

type Access = { bannedUntil: Date | null; banReason: string | null } | { silencedUntil: Date | null };

/** What a person may do from now on. */
export const setAccess = async (db: Db, userId: string, access: Access): Promise<void> => {
  await db.update(users).set(access).where(eq(users.id, userId));
};

export const insertAppeal = async (db: Db, appeal: { id: string; sanctionId: string; text: string }): Promise<void> => {
  await db.insert(appeals).values(appeal);
};

/** The sanction that an appeal is against, held still; nothing when there is no appeal that waits. */
export const lockAppeal = async (db: Db, id: string): Promise<{ sanctionId: string; decidedAt: Date | null } | undefined> => {
  const [row] = await db
    .select({ sanctionId: appeals.sanctionId, decidedAt: appeals.decidedAt })
    .from(appeals)
    .where(eq(appeals.id, id))
    .for("update");
  return row;
};

type Decided = { decidedBy: string; outcome: AppealOutcome; answer: string };

export const decideAppeal = async (db: Db, id: string, decided: Decided): Promise<void> => {
  await db
    .update(appeals)
    .set({ ...decided, decidedAt: sql`clock_timestamp()` })
    .where(eq(appeals.id, id));
};

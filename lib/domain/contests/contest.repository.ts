import { and, eq, sql } from "drizzle-orm";
import type { ContestVerdict } from "#lib/contract/contests.ts";
import type { Db } from "#lib/db/client.ts";
import { contests, fineNotices } from "#lib/db/schema/index.ts";

type Notices = { userId: string; conversationId: string; messageId: string; rules: string[] };

/** Calls them fine. Resolves to whether one of them was not before. */
export const insertFine = async (db: Db, { rules, ...place }: Notices): Promise<boolean> => {
  const made = await db
    .insert(fineNotices)
    .values(rules.map((rule) => ({ ...place, rule })))
    .onConflictDoNothing()
    .returning({ rule: fineNotices.rule });
  return made.length > 0;
};

type NewContestRow = Pick<typeof contests.$inferInsert, "id" | "userId" | "conversationId" | "messageId" | "content" | "rules">;

/** Files it once. Resolves to the id of what stands then, and whether that is new. */
export const insertContestOnce = async (db: Db, row: NewContestRow): Promise<{ id: string; isNew: boolean }> => {
  const [made] = await db.insert(contests).values(row).onConflictDoNothing().returning({ id: contests.id });
  if (made) return { id: made.id, isNew: true };
  const { userId, conversationId, messageId } = row;
  const [known] = await db
    .select({ id: contests.id })
    .from(contests)
    .where(and(eq(contests.userId, userId), eq(contests.conversationId, conversationId), eq(contests.messageId, messageId)));
  if (!known) throw new Error("a contested refusal is neither new nor there");
  return { id: known.id, isNew: false };
};

/** Held still until the transaction ends. */
export const lockContest = async (db: Db, id: string) => {
  const [row] = await db
    .select({ userId: contests.userId, decidedAt: contests.decidedAt })
    .from(contests)
    .where(eq(contests.id, id))
    .for("no key update");
  return row;
};

export const decideContest = async (
  db: Db,
  id: string,
  decided: { decidedBy: string; verdict: ContestVerdict },
): Promise<void> => {
  await db
    .update(contests)
    .set({ ...decided, decidedAt: sql`clock_timestamp()` })
    .where(eq(contests.id, id));
};

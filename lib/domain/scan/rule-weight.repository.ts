import { eq, sql } from "drizzle-orm";
import type { RuleWeights } from "#lib/contract/scan.ts";
import type { Db } from "#lib/db/client.ts";
import { ruleWeights } from "#lib/db/schema/index.ts";

/** What a rule was set to, held still until the transaction ends. */
export const lockWeights = async (db: Db, rule: string): Promise<RuleWeights | undefined> => {
  const [row] = await db.select().from(ruleWeights).where(eq(ruleWeights.rule, rule)).for("no key update");
  return row && { first: row.first, known: row.known, booked: row.booked };
};

export const setWeights = async (db: Db, rule: string, weights: RuleWeights, setBy: string): Promise<void> => {
  const set = { ...weights, setBy, setAt: sql`clock_timestamp()` };
  await db
    .insert(ruleWeights)
    .values({ rule, ...set })
    .onConflictDoUpdate({ target: ruleWeights.rule, set });
};

export const dropWeights = async (db: Db, rule: string): Promise<void> => {
  await db.delete(ruleWeights).where(eq(ruleWeights.rule, rule));
};

import { eq, gt, sql } from "drizzle-orm";
import type { RuleWeights, ScanRule } from "#lib/contract/scan.ts";
import type { Db } from "#lib/db/client.ts";
import { messages, ruleWeights, users } from "#lib/db/schema/index.ts";

export type Tuned = { weights: RuleWeights; tuned: NonNullable<ScanRule["tuned"]> };

/** The rules whose weights somebody has set, by their names. */
export const findTuned = async (db: Db): Promise<Map<string, Tuned>> => {
  const rows = await db
    .select({ row: ruleWeights, name: users.name })
    .from(ruleWeights)
    .innerJoin(users, eq(users.id, ruleWeights.setBy));
  return new Map(
    rows.map(({ row: { rule, first, known, booked, setBy, setAt }, name }) => [
      rule,
      { weights: { first, known, booked }, tuned: { by: { id: setBy, name }, at: setAt.toISOString() } },
    ]),
  );
};

/** How many messages since then stand with the warning of each rule. */
export const countWarned = async (db: Db, since: Date): Promise<Map<string, number>> => {
  const rule = sql<string>`unnest(${messages.notices})`;
  const rows = await db
    .select({ rule, count: sql<number>`count(*)::int` })
    .from(messages)
    .where(sql`cardinality(${messages.notices}) > 0 and ${gt(messages.createdAt, since)}`)
    .groupBy(sql`1`);
  return new Map(rows.map((row) => [row.rule, row.count]));
};

import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { now } from "./columns.ts";
import { users } from "./people.ts";

/** What admins let a rule of the scan weigh. No row: what it came with. */
export const ruleWeights = pgTable(
  "rule_weights",
  {
    rule: text().primaryKey(),
    first: integer().notNull(),
    known: integer().notNull(),
    booked: integer().notNull(),
    setBy: uuid()
      .notNull()
      .references(() => users.id),
    setAt: now(),
  },
  (table) => [
    index().on(table.setBy),
    check(
      "rule_weights_bounds",
      sql`least(${table.first}, ${table.known}, ${table.booked}) >= 0 and greatest(${table.first}, ${table.known}, ${table.booked}) <= 100`,
    ),
  ],
);

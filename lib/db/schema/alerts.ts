import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, now } from "./columns.ts";
import { users } from "./people.ts";

/** What admins have told everybody. Rows stay: who said what, and who took it back. */
export const alerts = pgTable(
  "alerts",
  {
    id: uuid().primaryKey(),
    severity: text({ enum: ["info", "warning", "critical"] }).notNull(),
    title: text().notNull(),
    body: text().notNull(),
    publishedBy: uuid()
      .notNull()
      .references(() => users.id),
    at: now(),
    /** Null while it stands. */
    endedAt: instant(),
    endedBy: uuid().references(() => users.id),
  },
  (table) => [
    index().on(table.at, table.id),
    index("alerts_current").on(table.at).where(sql`${table.endedAt} is null`),
    index().on(table.publishedBy),
    index().on(table.endedBy),
    check("alerts_severity", sql`${table.severity} in ('info', 'warning', 'critical')`),
    check("alerts_end", sql`num_nonnulls(${table.endedAt}, ${table.endedBy}) in (0, 2)`),
  ],
);

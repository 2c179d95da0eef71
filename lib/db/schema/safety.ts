import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { now } from "./columns.ts";
import { users } from "./people.ts";

export const blocks = pgTable(
  "blocks",
  {
    blockerId: uuid()
      .notNull()
      .references(() => users.id),
    blockedId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: now(),
  },
  (table) => [
    primaryKey({ columns: [table.blockerId, table.blockedId] }),
    index().on(table.blockedId),
    check("blocks_somebody_else", sql`${table.blockerId} <> ${table.blockedId}`),
  ],
);

/** What a person shares with others. No row: everything. */
export const preferences = pgTable("preferences", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  readReceipts: boolean().notNull().default(true),
  presence: boolean().notNull().default(true),
  /** Whether the server looks at the pages that they link to. */
  linkPreviews: boolean().notNull().default(true),
});

import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { now } from "./columns.ts";
import { users } from "./people.ts";

/** What landlords answer with, with variables that are filled in where it is used. */
export const savedReplies = pgTable(
  "saved_replies",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    title: text().notNull(),
    text: text().notNull(),
    createdAt: now(),
  },
  (table) => [index().on(table.userId)],
);

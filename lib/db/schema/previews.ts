import { boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { now } from "./columns.ts";

/**
 * What pages said of themselves when they were looked at. A row never changes: a later look is another one. It stays for as long
 * as a message shows it, and for a day in any case.
 */
export const linkPreviews = pgTable(
  "link_previews",
  {
    id: uuid().primaryKey(),
    url: text().notNull(),
    /** Null: the page could not be read, or had nothing to show. */
    title: text(),
    description: text().notNull().default(""),
    siteName: text().notNull().default(""),
    /** Its picture is the file of this id. */
    hasPicture: boolean().notNull().default(false),
    fetchedAt: now(),
  },
  (table) => [index().on(table.url, table.fetchedAt), index().on(table.fetchedAt)],
);

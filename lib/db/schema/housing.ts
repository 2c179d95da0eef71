import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, now } from "./columns.ts";
import { users } from "./people.ts";

export const listings = pgTable(
  "listings",
  {
    id: uuid().primaryKey(),
    landlordId: uuid()
      .notNull()
      .references(() => users.id),
    title: text().notNull(),
    city: text().notNull(),
    street: text().notNull(),
    tagline: text().notNull(),
    description: text().notNull(),
    amenities: text().array().notNull(),
    photoUrls: text().array().notNull(),
    /** The clock on its wall, as an IANA name: appointments at the home are meant in it. */
    timeZone: text().notNull().default("Europe/Berlin"),
    /** Null while it is a draft or paused: then only its landlord knows of it. */
    publishedAt: instant(),
    createdAt: now(),
  },
  (table) => [index().on(table.landlordId), index().on(table.publishedAt, table.id)],
);

export const rooms = pgTable(
  "rooms",
  {
    id: uuid().primaryKey(),
    listingId: uuid()
      .notNull()
      .references(() => listings.id),
    /** Its place in the listing's table of rooms. */
    position: integer().notNull(),
    name: text().notNull(),
    rentCents: integer().notNull(),
    depositCents: integer().notNull(),
    squareMetres: integer().notNull(),
    availableFrom: date({ mode: "string" }).notNull(),
  },
  (table) => [index().on(table.listingId), check("rooms_rent", sql`${table.rentCents} > 0`)],
);

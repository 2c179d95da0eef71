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
    /** The photos' addresses in their order, beside their rows: lists of homes and talks about them need no join. */
    photoUrls: text().array().notNull(),
    /** The clock on its wall, as an IANA name: appointments at the home are meant in it. */
    timeZone: text().notNull().default("Europe/Berlin"),
    /** Null while it is a draft or paused: then only its landlord knows of it. */
    publishedAt: instant(),
    /** Of what is paused: it comes back to the place that it had in the search. */
    pausedPublishedAt: instant(),
    createdAt: now(),
    /** What a search by words looks through. */
    searchText: text()
      .notNull()
      .generatedAlwaysAs(sql`lower(title || ' ' || tagline || ' ' || city || ' ' || street || ' ' || description)`),
  },
  (table) => [
    index().on(table.landlordId),
    index().on(table.publishedAt, table.id),
    index("listings_search_text").using("gin", sql`${table.searchText} gin_trgm_ops`),
    index("listings_city").using("gin", sql`${table.city} gin_trgm_ops`),
  ],
);

export const listingPhotos = pgTable(
  "listing_photos",
  {
    id: uuid().primaryKey(),
    listingId: uuid()
      .notNull()
      .references(() => listings.id),
    position: integer().notNull(),
    url: text().notNull(),
    /** What it shows, in the landlord's words; empty when they have not said. */
    alt: text().notNull().default(""),
    createdAt: now(),
  },
  (table) => [index().on(table.listingId, table.position)],
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

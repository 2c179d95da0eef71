import { and, asc, desc, eq, ilike, inArray, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { ListingQuery } from "#lib/contract/housing.ts";
import type { Db } from "#lib/db/client.ts";
import { literally } from "#lib/db/like.ts";
import { listingPhotos, listings, rooms, users } from "#lib/db/schema/index.ts";
import { isFreeDuring, isFreeFrom } from "./availability.reader.ts";

export type Search = Pick<ListingQuery, "q" | "city" | "maxRentCents" | "moveIn" | "moveOut">;
/** Where a page begins: after this home. */
export type NewestPlace = { at: Date; id: string };
export type RentPlace = { rentCents: number; id: string };

const shown = {
  id: listings.id,
  title: listings.title,
  city: listings.city,
  street: listings.street,
  timeZone: listings.timeZone,
  tagline: listings.tagline,
  description: listings.description,
  amenities: listings.amenities,
  photoUrls: listings.photoUrls,
  createdAt: listings.createdAt,
  publishedAt: listings.publishedAt,
  landlordId: users.id,
  landlordName: users.name,
  landlordVerifiedAt: users.verifiedAt,
};

const select = (db: Db) => db.select(shown).from(listings).innerJoin(users, eq(users.id, listings.landlordId));
export type ListingRow = Awaited<ReturnType<typeof select>>[number];
export type RoomRow = typeof rooms.$inferSelect;

/** A home with no rooms has nothing to show, published or not. */
const hasRoom = (...wanted: (SQL | undefined)[]): SQL =>
  sql`exists (select 1 from ${rooms} where ${and(eq(rooms.listingId, listings.id), ...wanted)})`;

/** More words than this narrow nothing down any further. */
const MAX_WORDS = 8;

/** Each word is in the texts, or one that is written much like it (pg_trgm; the index `listings_search_text` serves it). */
const hasWords = (q: string): SQL | undefined => {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  return and(...words.map((word) => sql`${word} <% ${listings.searchText}`));
};

const isFree = ({ moveIn, moveOut }: Search): SQL | undefined => {
  if (moveIn === undefined) return undefined;
  return moveOut === undefined ? isFreeFrom(moveIn) : isFreeDuring(moveIn, moveOut);
};

const found = (search: Search): SQL | undefined => {
  const { q, city, maxRentCents } = search;
  const affordable = maxRentCents === undefined ? undefined : lte(rooms.rentCents, maxRentCents);
  const near = city?.trim() ? ilike(listings.city, `${literally(city)}%`) : undefined;
  const words = q === undefined ? undefined : hasWords(q);
  return and(isNotNull(listings.publishedAt), near, words, hasRoom(affordable, isFree(search)));
};

export const countListings = async (db: Db, search: Search): Promise<number> => {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(listings).where(found(search));
  return row?.count ?? 0;
};

/** What was published last comes first. */
export const findNewest = (db: Db, search: Search, after: NewestPlace | undefined, limit: number): Promise<ListingRow[]> =>
  select(db)
    .where(
      and(
        found(search),
        after && sql`(${listings.publishedAt}, ${listings.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(listings.publishedAt), desc(listings.id))
    .limit(limit);

/** The cheapest room of a listing, as lists show it. */
const rentFrom = sql<number>`(select min(${rooms.rentCents}) from ${rooms} where ${rooms.listingId} = ${listings.id})`;

/** The home with the cheapest room comes first. */
export const findCheapest = (db: Db, search: Search, after: RentPlace | undefined, limit: number): Promise<ListingRow[]> =>
  select(db)
    .where(and(found(search), after && sql`(${rentFrom}, ${listings.id}) > (${after.rentCents}::int, ${after.id}::uuid)`))
    .orderBy(asc(rentFrom), asc(listings.id))
    .limit(limit);

/** The city with homes that is written most like this one, if any is. */
export const findCityLike = async (db: Db, city: string): Promise<string | undefined> => {
  const [row] = await db
    .select({ city: listings.city })
    .from(listings)
    .where(and(isNotNull(listings.publishedAt), sql`${listings.city} % ${city}`, hasRoom()))
    .orderBy(desc(sql`similarity(${listings.city}, ${city})`), asc(listings.city))
    .limit(1);
  return row?.city;
};

/** Every home that anybody may find, with the day of its last publication. */
export const findPublished = (db: Db, limit: number): Promise<{ id: string; publishedAt: Date | null }[]> =>
  db
    .select({ id: listings.id, publishedAt: listings.publishedAt })
    .from(listings)
    .where(and(isNotNull(listings.publishedAt), hasRoom()))
    .orderBy(desc(listings.publishedAt), desc(listings.id))
    .limit(limit);

/** A published listing, or any of that landlord's. */
export const findListing = async (db: Db, id: string, landlordId?: string): Promise<ListingRow | undefined> => {
  const own = landlordId === undefined ? undefined : eq(listings.landlordId, landlordId);
  const [row] = await select(db).where(and(eq(listings.id, id), or(isNotNull(listings.publishedAt), own), hasRoom()));
  return row;
};

/** The rooms of these listings, each listing's in its own order. */
export const findRooms = async (db: Db, listingIds: string[]): Promise<RoomRow[]> => {
  if (listingIds.length === 0) return [];
  return db.select().from(rooms).where(inArray(rooms.listingId, listingIds)).orderBy(asc(rooms.position));
};

export const findPhotos = (db: Db, listingId: string): Promise<{ url: string; alt: string }[]> =>
  db
    .select({ url: listingPhotos.url, alt: listingPhotos.alt })
    .from(listingPhotos)
    .where(eq(listingPhotos.listingId, listingId))
    .orderBy(asc(listingPhotos.position));

import { and, asc, desc, eq, ilike, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { literally } from "#lib/db/like.ts";
import { listings, rooms, users } from "#lib/db/schema/index.ts";
import { isFreeFrom } from "./availability.reader.ts";

export type ListingPlace = { at: Date; id: string };
type Search = { city?: string | undefined; maxRentCents?: number | undefined; moveIn?: string | undefined };

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

const found = ({ city, maxRentCents, moveIn }: Search): SQL | undefined => {
  const affordable = maxRentCents === undefined ? undefined : lte(rooms.rentCents, maxRentCents);
  const free = moveIn === undefined ? undefined : isFreeFrom(moveIn);
  const near = city?.trim() ? ilike(listings.city, `${literally(city)}%`) : undefined;
  return and(isNotNull(listings.publishedAt), near, hasRoom(affordable, free));
};

export const countListings = async (db: Db, search: Search): Promise<number> => {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(listings).where(found(search));
  return row?.count ?? 0;
};

export const findListings = (db: Db, search: Search, after: ListingPlace | undefined, limit: number): Promise<ListingRow[]> =>
  select(db)
    .where(
      and(
        found(search),
        after && sql`(${listings.publishedAt}, ${listings.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(listings.publishedAt), desc(listings.id))
    .limit(limit);

export const findListing = async (db: Db, id: string): Promise<ListingRow | undefined> => {
  const [row] = await select(db).where(and(eq(listings.id, id), isNotNull(listings.publishedAt), hasRoom()));
  return row;
};

/** The rooms of these listings, each listing's in its own order. */
export const findRooms = async (db: Db, listingIds: string[]): Promise<RoomRow[]> => {
  if (listingIds.length === 0) return [];
  return db.select().from(rooms).where(inArray(rooms.listingId, listingIds)).orderBy(asc(rooms.position));
};

import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { bookings, conversations, listingPhotos, listings, rooms } from "#lib/db/schema/index.ts";

type NewListingRow = typeof listings.$inferInsert;
type NewRoomRow = typeof rooms.$inferInsert;
type NewPhotoRow = typeof listingPhotos.$inferInsert;

/**
 * A listing, held still until the transaction ends: of two who change it, its rooms or its photos, one is the second. Whoever
 * begins to talk about it meanwhile waits for nobody, except for a `deletion`.
 */
export const lockListing = async (db: Db, id: string, { deletion = false } = {}) => {
  const [row] = await db
    .select({
      id: listings.id,
      landlordId: listings.landlordId,
      title: listings.title,
      city: listings.city,
      street: listings.street,
      tagline: listings.tagline,
      description: listings.description,
      publishedAt: listings.publishedAt,
      pausedPublishedAt: listings.pausedPublishedAt,
    })
    .from(listings)
    .where(eq(listings.id, id))
    .for(deletion ? "update" : "no key update");
  return row;
};

export type LockedListing = NonNullable<Awaited<ReturnType<typeof lockListing>>>;

/** What was named, without what was not: `undefined` must not stand for a value. */
export const given = <Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };

export const countListingsOf = (db: Db, landlordId: string): Promise<number> =>
  db.$count(listings, eq(listings.landlordId, landlordId));

export const countRooms = (db: Db, listingId: string): Promise<number> => db.$count(rooms, eq(rooms.listingId, listingId));

export const countPhotos = (db: Db, listingId: string): Promise<number> =>
  db.$count(listingPhotos, eq(listingPhotos.listingId, listingId));

export const insertListing = async (db: Db, row: NewListingRow): Promise<void> => {
  await db.insert(listings).values(row);
};

export const updateListing = async (db: Db, id: string, change: Partial<NewListingRow>): Promise<void> => {
  if (Object.keys(change).length > 0) await db.update(listings).set(change).where(eq(listings.id, id));
};

/** True for a listing that somebody has asked about or booked. Lock it for its deletion first. */
export const isListingInUse = async (db: Db, id: string): Promise<boolean> => {
  const talks = await db.$count(conversations, eq(conversations.listingId, id));
  if (talks > 0) return true;
  const ofListing = sql`${bookings.roomId} in (select ${rooms.id} from ${rooms} where ${rooms.listingId} = ${id})`;
  return (await db.$count(bookings, ofListing)) > 0;
};

/** Resolves to the addresses of the photos that went with it. */
export const deleteListing = async (db: Db, id: string): Promise<string[]> => {
  const photos = await db.delete(listingPhotos).where(eq(listingPhotos.listingId, id)).returning({ url: listingPhotos.url });
  await db.delete(rooms).where(eq(rooms.listingId, id));
  await db.delete(listings).where(eq(listings.id, id));
  return photos.map(({ url }) => url);
};

/** The listing of a room. It never changes, so it may be asked before anything is locked. */
export const listingOfRoom = async (db: Db, roomId: string): Promise<string | undefined> => {
  const [row] = await db.select({ listingId: rooms.listingId }).from(rooms).where(eq(rooms.id, roomId));
  return row?.listingId;
};

/** After the last one. Lock the listing first. */
export const insertRoom = async (db: Db, row: Omit<NewRoomRow, "position">): Promise<void> => {
  const position = sql`(select coalesce(max(${rooms.position}), -1) + 1 from ${rooms} where ${rooms.listingId} = ${row.listingId})`;
  await db.insert(rooms).values({ ...row, position });
};

export const updateRoom = async (db: Db, id: string, change: Partial<NewRoomRow>): Promise<void> => {
  if (Object.keys(change).length > 0) await db.update(rooms).set(change).where(eq(rooms.id, id));
};

/** Holds the room still, so that nobody asks for it between the look and the deletion. */
export const isRoomInUse = async (db: Db, id: string): Promise<boolean> => {
  await db.select({ id: rooms.id }).from(rooms).where(eq(rooms.id, id)).for("update");
  return (await db.$count(bookings, eq(bookings.roomId, id))) > 0;
};

export const deleteRoom = async (db: Db, id: string): Promise<void> => {
  await db.delete(rooms).where(eq(rooms.id, id));
};

/** The listing of a photo, which never changes either. */
export const listingOfPhoto = async (db: Db, photoId: string): Promise<string | undefined> => {
  const [row] = await db.select({ listingId: listingPhotos.listingId }).from(listingPhotos).where(eq(listingPhotos.id, photoId));
  return row?.listingId;
};

/** Writes the addresses into the listing as the rows have them: whatever changes photos ends with this. */
const writeUrls = async (db: Db, listingId: string): Promise<void> => {
  const photos = await db
    .select({ url: listingPhotos.url })
    .from(listingPhotos)
    .where(eq(listingPhotos.listingId, listingId))
    .orderBy(asc(listingPhotos.position));
  await db
    .update(listings)
    .set({ photoUrls: photos.map(({ url }) => url) })
    .where(eq(listings.id, listingId));
};

/** After the last one. Lock the listing first. */
export const insertPhoto = async (db: Db, row: Omit<NewPhotoRow, "position">): Promise<void> => {
  const { listingId } = row;
  const last = sql`select coalesce(max(${listingPhotos.position}), -1) + 1 from ${listingPhotos} where ${listingPhotos.listingId} = ${listingId}`;
  await db.insert(listingPhotos).values({ ...row, position: sql`(${last})` });
  await writeUrls(db, listingId);
};

export const updatePhoto = async (db: Db, id: string, alt: string): Promise<void> => {
  await db.update(listingPhotos).set({ alt }).where(eq(listingPhotos.id, id));
};

/** Lock the listing first. */
export const orderPhotos = async (db: Db, listingId: string, ids: string[]): Promise<void> => {
  for (const [position, id] of ids.entries()) {
    await db
      .update(listingPhotos)
      .set({ position })
      .where(and(eq(listingPhotos.listingId, listingId), eq(listingPhotos.id, id)));
  }
  await writeUrls(db, listingId);
};

/** Resolves to its address, or to nothing when somebody else was faster. Lock the listing first. */
export const deletePhoto = async (db: Db, listingId: string, id: string): Promise<string | undefined> => {
  const [gone] = await db.delete(listingPhotos).where(eq(listingPhotos.id, id)).returning({ url: listingPhotos.url });
  await writeUrls(db, listingId);
  return gone?.url;
};

/** What a landlord has written about a home. */
export const textsOf = ({ title, city, street, tagline, description }: LockedListing) => ({
  title,
  city,
  street,
  tagline,
  description,
});

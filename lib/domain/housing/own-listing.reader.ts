import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { OwnListing, OwnPhoto } from "#lib/contract/own-listings.ts";
import type { Db } from "#lib/db/client.ts";
import { bookings, conversations, listingPhotos, listings, rooms } from "#lib/db/schema/index.ts";
import { findRoomStates } from "./availability.reader.ts";
import { missingParts, statusOf } from "./home.policy.ts";
import { presentRoom } from "./listing.presenter.ts";

const selectListings = (db: Db, landlordId: string, id: string | undefined) =>
  db
    .select({
      id: listings.id,
      title: listings.title,
      city: listings.city,
      street: listings.street,
      tagline: listings.tagline,
      description: listings.description,
      amenities: listings.amenities,
      publishedAt: listings.publishedAt,
      pausedPublishedAt: listings.pausedPublishedAt,
      createdAt: listings.createdAt,
    })
    .from(listings)
    .where(and(eq(listings.landlordId, landlordId), id === undefined ? undefined : eq(listings.id, id)))
    .orderBy(desc(listings.createdAt), desc(listings.id));
type ListingRow = Awaited<ReturnType<typeof selectListings>>[number];

const selectRooms = (db: Db, listingIds: string[]) =>
  db.select().from(rooms).where(inArray(rooms.listingId, listingIds)).orderBy(asc(rooms.position));
type RoomRow = Awaited<ReturnType<typeof selectRooms>>[number];

/** Those of the listings that somebody has talked about. */
const findTalkedOf = async (db: Db, listingIds: string[]): Promise<Set<string | null>> => {
  const rows = await db
    .selectDistinct({ id: conversations.listingId })
    .from(conversations)
    .where(inArray(conversations.listingId, listingIds));
  return new Set(rows.map(({ id }) => id));
};

/** Those of the rooms that somebody has asked for. */
const findBooked = async (db: Db, roomIds: string[]): Promise<Set<string>> => {
  if (roomIds.length === 0) return new Set();
  const rows = await db.selectDistinct({ id: bookings.roomId }).from(bookings).where(inArray(bookings.roomId, roomIds));
  return new Set(rows.map(({ id }) => id));
};

export const findOwnPhotos = (db: Db, listingIds: string[]): Promise<(OwnPhoto & { listingId: string })[]> =>
  db
    .select({ id: listingPhotos.id, listingId: listingPhotos.listingId, url: listingPhotos.url, alt: listingPhotos.alt })
    .from(listingPhotos)
    .where(inArray(listingPhotos.listingId, listingIds))
    .orderBy(asc(listingPhotos.position));

type Parts = { rooms: OwnListing["rooms"]; photos: OwnPhoto[]; isTalkedOf: boolean };

const present = (row: ListingRow, { rooms: ownRooms, photos, isTalkedOf }: Parts): OwnListing => ({
  id: row.id,
  status: statusOf(row),
  title: row.title,
  city: row.city,
  street: row.street,
  tagline: row.tagline,
  description: row.description,
  amenities: row.amenities,
  requestCount: ownRooms.reduce((sum, { requests }) => sum + requests, 0),
  missing: missingParts(row, ownRooms.length),
  photos,
  rooms: ownRooms,
  isUnused: !isTalkedOf && ownRooms.every(({ isBooked }) => !isBooked),
  createdAt: row.createdAt.toISOString(),
});

type Settings = { landlordId: string; id?: string; today: string };

/** A landlord's homes, the newest first; with `id` that one, or none. */
export const findOwnListings = async (db: Db, { landlordId, id, today }: Settings): Promise<OwnListing[]> => {
  const found = await selectListings(db, landlordId, id);
  if (found.length === 0) return [];
  const ids = found.map((row) => row.id);
  const [roomRows, photoRows, talkedOf] = await Promise.all([
    selectRooms(db, ids),
    findOwnPhotos(db, ids),
    findTalkedOf(db, ids),
  ]);
  const states = await findRoomStates(db, roomRows, today);
  const booked = await findBooked(
    db,
    roomRows.map((room) => room.id),
  );
  const ownRoom = (room: RoomRow): Parts["rooms"] => {
    const state = states.get(room.id);
    if (!state) return [];
    return [{ ...presentRoom({ ...room, ...state }), offeredFrom: room.availableFrom, isBooked: booked.has(room.id) }];
  };
  return found.map((row) =>
    present(row, {
      rooms: roomRows.filter(({ listingId }) => listingId === row.id).flatMap(ownRoom),
      photos: photoRows.filter(({ listingId }) => listingId === row.id).map(({ listingId: _, ...photo }) => photo),
      isTalkedOf: talkedOf.has(row.id),
    }),
  );
};

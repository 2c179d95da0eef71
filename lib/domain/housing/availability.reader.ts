import { and, asc, eq, gt, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { RoomAvailability } from "#lib/contract/housing.ts";
import type { Db } from "#lib/db/client.ts";
import { bookings, listings, rooms } from "#lib/db/schema/index.ts";
import { type RoomState, roomState } from "./availability.policy.ts";

const open = ["requested", "approved", "confirmed", "checked_in"] as const;
const holding = ["approved", "confirmed", "checked_in"] as const;

/** How each of these rooms stands; `availableFrom` of a room is what its landlord has set. */
export const findRoomStates = async (
  db: Db,
  asked: { id: string; availableFrom: string }[],
  today: string,
): Promise<Map<string, RoomState>> => {
  if (asked.length === 0) return new Map();
  const ids = asked.map(({ id }) => id);
  const rows = await db
    .select({ roomId: bookings.roomId, status: bookings.status, to: bookings.toDate, deadlineAt: bookings.deadlineAt })
    .from(bookings)
    .where(and(inArray(bookings.roomId, ids), inArray(bookings.status, [...open]), gt(bookings.toDate, today)));
  const ofRoom = (id: string) => rows.filter(({ roomId }) => roomId === id);
  return new Map(asked.map(({ id, availableFrom }) => [id, roomState(availableFrom, ofRoom(id))]));
};

const selectRooms = (db: Db, where: SQL | undefined) =>
  db
    .select({ id: rooms.id, listingId: rooms.listingId, availableFrom: rooms.availableFrom })
    .from(rooms)
    .innerJoin(listings, eq(listings.id, rooms.listingId))
    .where(where)
    .orderBy(asc(rooms.position));

const present = async (db: Db, found: Awaited<ReturnType<typeof selectRooms>>, now: Date): Promise<RoomAvailability[]> => {
  const states = await findRoomStates(db, found, now.toISOString().slice(0, 10));
  return found.flatMap(({ id, listingId }) => {
    const state = states.get(id);
    return state ? [{ listingId, roomId: id, ...state, updatedAt: now.toISOString() }] : [];
  });
};

/** The rooms of a published listing, in their order; none for any other. */
export const availabilityOfListing = async (db: Db, listingId: string, now: Date): Promise<RoomAvailability[]> =>
  present(db, await selectRooms(db, and(eq(rooms.listingId, listingId), isNotNull(listings.publishedAt))), now);

export const availabilityOfRooms = async (db: Db, ids: string[], now: Date): Promise<RoomAvailability[]> =>
  ids.length === 0 ? [] : present(db, await selectRooms(db, inArray(rooms.id, ids)), now);

/** True for a room of the outer query that nobody holds on that day or later. */
export const isFreeFrom = (day: string): SQL =>
  sql`${rooms.availableFrom} <= ${day} and not exists (select 1 from ${bookings} b where b.room_id = ${rooms.id}
    and b.to_date > ${day} and b.status = any(${sql.param([...holding])}::text[]))`;

/** True for a room of the outer query that nobody holds on any day of a stay; `to` is the day of leaving. */
export const isFreeDuring = (from: string, to: string): SQL =>
  sql`${rooms.availableFrom} <= ${from} and not exists (select 1 from ${bookings} b where b.room_id = ${rooms.id}
    and b.to_date > ${from} and b.from_date < ${to} and b.status = any(${sql.param([...holding])}::text[]))`;

import { and, asc, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { bookingEvents, bookings, listings, rooms } from "#lib/db/schema/index.ts";
import type { PastEvent } from "./booking.policy.ts";
import type { BookingRow } from "./booking.presenter.ts";

export type NewBookingRow = typeof bookings.$inferInsert;
export type NewBookingEvent = typeof bookingEvents.$inferInsert;

/**
 * A room, held still until the transaction ends: of two who change bookings of one room, one is the second. `ifIdle`: nothing
 * when somebody else has it at the moment.
 */
export const lockRoom = async (db: Db, roomId: string, { ifIdle = false } = {}) => {
  const [row] = await db
    .select({
      id: rooms.id,
      name: rooms.name,
      listingId: rooms.listingId,
      rentCents: rooms.rentCents,
      depositCents: rooms.depositCents,
      availableFrom: rooms.availableFrom,
      landlordId: listings.landlordId,
      isPublished: sql<boolean>`${listings.publishedAt} is not null`,
    })
    .from(rooms)
    .innerJoin(listings, eq(listings.id, rooms.listingId))
    .where(eq(rooms.id, roomId))
    .for("no key update", { of: rooms, ...(ifIdle ? { skipLocked: true } : {}) });
  return row;
};
export type LockedRoom = NonNullable<Awaited<ReturnType<typeof lockRoom>>>;

/** The bookings of a room that are not over, the oldest first. Lock the room first. */
export const findOpen = (db: Db, roomId: string): Promise<BookingRow[]> =>
  db
    .select()
    .from(bookings)
    .where(and(eq(bookings.roomId, roomId), inArray(bookings.status, ["requested", "approved", "confirmed", "checked_in"])))
    .orderBy(asc(bookings.createdAt), asc(bookings.id));

export const findBookingRow = async (db: Db, id: string): Promise<BookingRow | undefined> => {
  const [row] = await db.select().from(bookings).where(eq(bookings.id, id));
  return row;
};

/** Everything that was done to a booking, oldest first. */
export const findPast = (db: Db, bookingId: string): Promise<PastEvent[]> =>
  db
    .select({ event: bookingEvents.event, actorId: bookingEvents.actorId })
    .from(bookingEvents)
    .where(eq(bookingEvents.bookingId, bookingId))
    .orderBy(asc(bookingEvents.version));

export const insertBooking = async (db: Db, row: NewBookingRow): Promise<void> => {
  await db.insert(bookings).values(row);
};

export const updateBooking = async (db: Db, row: BookingRow): Promise<void> => {
  await db.update(bookings).set(row).where(eq(bookings.id, row.id));
};

export const insertEvent = async (db: Db, event: NewBookingEvent): Promise<void> => {
  await db.insert(bookingEvents).values(event);
};

/**
 * Rooms with a booking whose time is over, at most `limit`, and round: those behind the room `after` first, then those before
 * it. Whoever goes on from the last one comes to all of them, also when some are found each time.
 */
export const findOverdueRooms = async (db: Db, { after, limit }: { after: string | null; limit: number }): Promise<string[]> => {
  const rows = await db
    .select({ id: bookings.roomId })
    .from(bookings)
    .where(and(isNotNull(bookings.deadlineAt), lte(bookings.deadlineAt, sql`clock_timestamp()`)))
    .groupBy(bookings.roomId)
    .orderBy(sql`${bookings.roomId} <= ${after}::uuid`, asc(bookings.roomId))
    .limit(limit);
  return rows.map(({ id }) => id);
};

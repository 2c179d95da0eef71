import { and, asc, desc, eq, getTableColumns, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { bookingGroups } from "#lib/contract/booking-lists.ts";
import type { Booking, BookingEvent, BookingQuery } from "#lib/contract/bookings.ts";
import type { Db } from "#lib/db/client.ts";
import { bookingEvents, bookings, listings, rooms, users } from "#lib/db/schema/index.ts";
import { presentBooking, presentEvent } from "./booking.presenter.ts";

const student = alias(users, "student");
const landlord = alias(users, "landlord");

const select = (db: Db) =>
  db
    .select({
      ...getTableColumns(bookings),
      roomName: rooms.name,
      listingId: listings.id,
      listingTitle: listings.title,
      studentName: student.name,
      landlordName: landlord.name,
    })
    .from(bookings)
    .innerJoin(rooms, eq(rooms.id, bookings.roomId))
    .innerJoin(listings, eq(listings.id, rooms.listingId))
    .innerJoin(student, eq(student.id, bookings.studentId))
    .innerJoin(landlord, eq(landlord.id, bookings.landlordId));

/** The bookings by id, whoever's they are. */
export const findBookings = async (db: Db, ids: string[]): Promise<Map<string, Booking>> => {
  if (ids.length === 0) return new Map();
  const rows = await select(db).where(inArray(bookings.id, ids));
  return new Map(rows.map((row) => [row.id, presentBooking(row)]));
};

const isOf = (userId: string) => or(eq(bookings.studentId, userId), eq(bookings.landlordId, userId));

/** A booking of that person's, as the student or the landlord. */
export const findOwnBooking = async (db: Db, userId: string, id: string): Promise<Booking | undefined> => {
  const [row] = await select(db).where(and(eq(bookings.id, id), isOf(userId)));
  return row && presentBooking(row);
};

type Page = Pick<BookingQuery, "status" | "group" | "conversationId"> & {
  after?: { at: Date; id: string } | undefined;
  limit: number;
};

/** A person's bookings, the newest first. */
export const findOwnBookings = async (
  db: Db,
  userId: string,
  { status, group, conversationId, after, limit }: Page,
): Promise<Booking[]> => {
  const rows = await select(db)
    .where(
      and(
        isOf(userId),
        status && eq(bookings.status, status),
        conversationId === undefined ? undefined : eq(bookings.conversationId, conversationId),
        group && inArray(bookings.status, [...bookingGroups[group]]),
        after && sql`(${bookings.createdAt}, ${bookings.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(bookings.createdAt), desc(bookings.id))
    .limit(limit);
  return rows.map(presentBooking);
};

/** What happened to a booking, the oldest first. */
export const findBookingHistory = async (db: Db, { id, student: { id: studentId } }: Booking): Promise<BookingEvent[]> => {
  const rows = await db.select().from(bookingEvents).where(eq(bookingEvents.bookingId, id)).orderBy(asc(bookingEvents.version));
  return rows.map((row) => presentEvent(row, studentId));
};

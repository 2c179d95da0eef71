import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { BookingEventName, BookingReason, BookingStatus } from "#lib/contract/bookings.ts";
import { instant, now } from "./columns.ts";
import { conversations } from "./conversations.ts";
import { rooms } from "./housing.ts";
import { users } from "./people.ts";

/**
 * One request for a room and what became of it. A constraint of its migration makes it impossible that two of a room overlap
 * while both hold it (`approved`, `confirmed`, `checked_in`). Changed only under the lock of the room's row.
 */
export const bookings = pgTable(
  "bookings",
  {
    id: uuid().primaryKey(),
    roomId: uuid()
      .notNull()
      .references(() => rooms.id),
    studentId: uuid()
      .notNull()
      .references(() => users.id),
    landlordId: uuid()
      .notNull()
      .references(() => users.id),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id),
    /** The message that shows it. */
    cardMessageId: uuid().notNull(),
    /** The first night, and the day of leaving: another stay may begin on it. */
    fromDate: date({ mode: "string" }).notNull(),
    toDate: date({ mode: "string" }).notNull(),
    status: text().$type<BookingStatus>().notNull(),
    version: integer().notNull().default(1),
    /** The price on the day of the request; it moves with the dates alone. */
    rentCents: integer().notNull(),
    depositCents: integer().notNull(),
    stayCents: integer().notNull(),
    firstPaymentCents: integer().notNull(),
    cancellationPolicy: text().notNull(),
    /** Until when it waits for an answer or a confirmation; null when it waits for nobody. */
    deadlineAt: instant(),
    reason: text().$type<BookingReason>(),
    note: text(),
    proposedFrom: date({ mode: "string" }),
    proposedTo: date({ mode: "string" }),
    proposedBy: uuid().references(() => users.id),
    createdAt: now(),
    updatedAt: now(),
  },
  (table) => [
    index().on(table.roomId, table.status),
    index().on(table.studentId, table.createdAt),
    index().on(table.landlordId, table.createdAt),
    index().on(table.conversationId),
    index().on(table.proposedBy),
    index("bookings_deadlines").on(table.deadlineAt).where(sql`${table.deadlineAt} is not null`),
    check("bookings_dates", sql`${table.fromDate} < ${table.toDate}`),
    check("bookings_proposal", sql`num_nonnulls(${table.proposedFrom}, ${table.proposedTo}, ${table.proposedBy}) in (0, 3)`),
  ],
);

/** Every change of a booking, in order; rows are only ever added. */
export const bookingEvents = pgTable(
  "booking_events",
  {
    bookingId: uuid()
      .notNull()
      .references(() => bookings.id),
    /** The version that it made. */
    version: integer().notNull(),
    event: text().$type<BookingEventName>().notNull(),
    status: text().$type<BookingStatus>().notNull(),
    /** Null for what the server does when a time is over. */
    actorId: uuid().references(() => users.id),
    fromDate: date({ mode: "string" }).notNull(),
    toDate: date({ mode: "string" }).notNull(),
    reason: text().$type<BookingReason>(),
    note: text(),
    at: now(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.version] }), index().on(table.actorId)],
);

import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ViewingEventName, ViewingKind, ViewingReason, ViewingSlot, ViewingStatus } from "#lib/contract/viewings.ts";
import { instant, now } from "./columns.ts";
import { conversations } from "./conversations.ts";
import { listings, rooms } from "./housing.ts";
import { users } from "./people.ts";

/** One appointment to see a home, and what became of it. Changed only under the lock of its own row. */
export const viewings = pgTable(
  "viewings",
  {
    id: uuid().primaryKey(),
    listingId: uuid()
      .notNull()
      .references(() => listings.id),
    /** Null: the home as a whole. */
    roomId: uuid().references(() => rooms.id),
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
    kind: text().$type<ViewingKind>().notNull(),
    status: text().$type<ViewingStatus>().notNull(),
    version: integer().notNull().default(1),
    /** The time that the two have agreed on. */
    startsAt: instant(),
    minutes: integer(),
    /** Who offers the times of `viewing_slots`; null when nothing is offered. */
    offeredBy: uuid().references(() => users.id),
    /** When time itself changes it next: an offer lapses, the viewing is over. Null when nothing more happens. */
    deadlineAt: instant(),
    reason: text().$type<ViewingReason>(),
    note: text(),
    createdAt: now(),
    updatedAt: now(),
  },
  (table) => [
    index().on(table.listingId),
    index().on(table.roomId),
    index().on(table.studentId, table.createdAt),
    index().on(table.landlordId, table.createdAt),
    index().on(table.conversationId),
    index().on(table.offeredBy),
    index("viewings_deadlines").on(table.deadlineAt).where(sql`${table.deadlineAt} is not null`),
    check("viewings_time", sql`num_nonnulls(${table.startsAt}, ${table.minutes}) in (0, 2)`),
  ],
);

/** The times that are offered at the moment; those of earlier offers stand in the events. */
export const viewingSlots = pgTable(
  "viewing_slots",
  {
    viewingId: uuid()
      .notNull()
      .references(() => viewings.id),
    startsAt: instant().notNull(),
    minutes: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.viewingId, table.startsAt] })],
);

/** Every change of a viewing, in order; rows are only ever added. */
export const viewingEvents = pgTable(
  "viewing_events",
  {
    viewingId: uuid()
      .notNull()
      .references(() => viewings.id),
    /** The version that it made. */
    version: integer().notNull(),
    event: text().$type<ViewingEventName>().notNull(),
    status: text().$type<ViewingStatus>().notNull(),
    /** Null for what the server does when a time is over. */
    actorId: uuid().references(() => users.id),
    slots: jsonb().$type<ViewingSlot[]>().notNull(),
    reason: text().$type<ViewingReason>(),
    note: text(),
    at: now(),
  },
  (table) => [primaryKey({ columns: [table.viewingId, table.version] }), index().on(table.actorId)],
);

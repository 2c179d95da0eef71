import * as z from "zod";
import { Cursor, Id, pageLimit, Text, Timestamp } from "./primitives.ts";

/** Money is in cents of a euro. */
const Cents = z.int().min(0);
const CalendarDate = z.iso.date();

export const Room = z.strictObject({
  id: Id,
  name: z.string(),
  rentCents: Cents,
  depositCents: Cents,
  squareMetres: z.int(),
  availableFrom: CalendarDate,
});
export type Room = z.infer<typeof Room>;

export const ListingSummary = z.strictObject({
  id: Id,
  title: z.string(),
  city: z.string(),
  tagline: z.string(),
  photoUrl: z.string().nullable(),
  /** The cheapest room's. */
  rentFromCents: Cents,
  roomCount: z.int(),
  /** Rooms that one can move into today. */
  freeRoomCount: z.int(),
  /** The earliest day on which a room is free. */
  availableFrom: CalendarDate,
  landlord: z.strictObject({ id: Id, name: z.string(), verified: z.boolean() }),
});
export type ListingSummary = z.infer<typeof ListingSummary>;

export const Listing = ListingSummary.extend({
  description: z.string(),
  street: z.string(),
  amenities: z.array(z.string()),
  photoUrls: z.array(z.string()),
  rooms: z.array(Room),
  createdAt: Timestamp,
});
export type Listing = z.infer<typeof Listing>;

export const ListingQuery = z.strictObject({
  limit: pageLimit(24, 50),
  cursor: Cursor.optional(),
  city: Text.max(80).optional(),
  maxRentCents: z.coerce.number().int().min(0).max(10_000_000).optional(),
  moveIn: CalendarDate.optional(),
});
export type ListingQuery = z.infer<typeof ListingQuery>;

export const ListingPage = z.strictObject({
  items: z.array(ListingSummary),
  nextCursor: z.string().nullable(),
  total: z.int(),
});
export type ListingPage = z.infer<typeof ListingPage>;

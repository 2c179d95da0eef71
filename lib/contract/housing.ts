import * as z from "zod";
import { homeLimits } from "./housing-limits.ts";
import { CalendarDate, Cents, Cursor, Id, pageLimit, Text, Timestamp } from "./primitives.ts";
import { ResponseFigures } from "./responses.ts";

/**
 * How a room stands, derived from its bookings and never typed in. `requested`: so many wait for an answer. `held`: one is
 * approved and not confirmed yet. `let`: one is confirmed, or somebody lives there.
 */
const RoomState = {
  status: z.enum(["free", "requested", "held", "let"]),
  requests: z.int(),
  /** When the landlord's approval lapses, unless the student confirms. */
  heldUntil: Timestamp.nullable(),
  letUntil: CalendarDate.nullable(),
  /** From that day on nobody else has it. */
  availableFrom: CalendarDate,
};

export const Room = z.strictObject({
  id: Id,
  name: z.string(),
  rentCents: Cents,
  depositCents: Cents,
  squareMetres: z.int(),
  ...RoomState,
});
export type Room = z.infer<typeof Room>;

export const RoomAvailability = z
  .strictObject({ listingId: Id, roomId: Id, ...RoomState, updatedAt: Timestamp })
  .meta({ id: "RoomAvailability" });
export type RoomAvailability = z.infer<typeof RoomAvailability>;

export const ListingWatch = z.strictObject({ listingId: Id });
export const WatchedRooms = z.strictObject({ rooms: z.array(RoomAvailability) });
export type WatchedRooms = z.infer<typeof WatchedRooms>;

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
  /** Requests for its rooms that wait for an answer. */
  requestCount: z.int(),
  /** The earliest day on which a room is free. */
  availableFrom: CalendarDate,
  landlord: z.strictObject({ id: Id, name: z.string(), verified: z.boolean() }),
});
export type ListingSummary = z.infer<typeof ListingSummary>;

export const Listing = ListingSummary.extend({
  description: z.string(),
  street: z.string(),
  /** The clock on its wall, as an IANA name: appointments at the home are meant in it. */
  timeZone: z.string(),
  amenities: z.array(z.string()),
  photoUrls: z.array(z.string()),
  /** The same with what each shows, in the landlord's words; empty when they have not said. */
  photos: z.array(z.strictObject({ url: z.string(), alt: z.string() })),
  rooms: z.array(Room),
  /** How its landlord answers. */
  responses: ResponseFigures,
  createdAt: Timestamp,
});
export type Listing = z.infer<typeof Listing>;

/** `newest`: what was published last comes first. `rent`: the home with the cheapest room. */
export const ListingSort = z.enum(["newest", "rent"]);
export type ListingSort = z.infer<typeof ListingSort>;

export const ListingFields = z.strictObject({
  limit: pageLimit(24, 50),
  cursor: Cursor.optional(),
  /** Words that its texts have, typed a little wrong perhaps. */
  q: Text.max(homeLimits.searchCharacters).optional(),
  /** How the city begins. */
  city: Text.max(80).optional(),
  maxRentCents: z.coerce.number().int().min(0).max(10_000_000).optional(),
  /** A room is free from that day on; with `moveOut`, until that day. */
  moveIn: CalendarDate.optional(),
  moveOut: CalendarDate.optional(),
  sort: ListingSort.default("newest"),
});

export const ListingQuery = ListingFields.refine(
  ({ moveIn, moveOut }) => moveOut === undefined || (moveIn !== undefined && moveIn < moveOut),
  { path: ["moveOut"], message: "must be after moveIn" },
);
export type ListingQuery = z.infer<typeof ListingQuery>;

export const ListingPage = z.strictObject({
  items: z.array(ListingSummary),
  nextCursor: z.string().nullable(),
  total: z.int(),
});
export type ListingPage = z.infer<typeof ListingPage>;

/** A part of a search that may be left out to find more. */
export type SearchPart = "q" | "city" | "maxRentCents" | "dates";

/** What would find something where a search finds nothing. */
export type Looser = {
  /** How many homes there are without one of its parts, the most first. */
  without: { part: SearchPart; total: number }[];
  /** The city that is written like the one that was asked for. */
  city: string | null;
};

import type { Listing, ListingSummary, Room } from "#lib/contract/housing.ts";
import type { RoomState } from "./availability.policy.ts";
import type { ListingRow, RoomRow } from "./listing.repository.ts";

/** A room with how it stands, whose `availableFrom` takes the place of what its landlord has set. */
export type StandingRoom = RoomRow & RoomState;

export const presentRoom = (room: StandingRoom): Room => ({
  id: room.id,
  name: room.name,
  rentCents: room.rentCents,
  depositCents: room.depositCents,
  squareMetres: room.squareMetres,
  status: room.status,
  requests: room.requests,
  heldUntil: room.heldUntil,
  letUntil: room.letUntil,
  availableFrom: room.availableFrom,
});

const earliest = (dates: string[]): string => dates.reduce((first, date) => (date < first ? date : first));

/** A listing in a list; `today` is an ISO date. Its rooms are at least one: an empty listing is not published. */
export const presentListingSummary = (row: ListingRow, rooms: StandingRoom[], today: string): ListingSummary => ({
  id: row.id,
  title: row.title,
  city: row.city,
  tagline: row.tagline,
  photoUrl: row.photoUrls[0] ?? null,
  rentFromCents: Math.min(...rooms.map(({ rentCents }) => rentCents)),
  roomCount: rooms.length,
  freeRoomCount: rooms.filter(({ availableFrom }) => availableFrom <= today).length,
  requestCount: rooms.reduce((sum, { requests }) => sum + requests, 0),
  availableFrom: earliest(rooms.map(({ availableFrom }) => availableFrom)),
  landlord: { id: row.landlordId, name: row.landlordName, verified: row.landlordVerifiedAt !== null },
});

type Parts = { rooms: StandingRoom[] } & Pick<Listing, "photos" | "responses">;

export const presentListing = (row: ListingRow, { rooms, photos, responses }: Parts, today: string): Listing => ({
  ...presentListingSummary(row, rooms, today),
  description: row.description,
  street: row.street,
  timeZone: row.timeZone,
  amenities: row.amenities,
  photoUrls: row.photoUrls,
  photos,
  rooms: rooms.map(presentRoom),
  responses,
  createdAt: row.createdAt.toISOString(),
});

import type { Listing, ListingSummary, Room } from "#lib/contract/housing.ts";
import type { ListingRow, RoomRow } from "./listing.repository.ts";

const presentRoom = ({ id, name, rentCents, depositCents, squareMetres, availableFrom }: RoomRow): Room => ({
  id,
  name,
  rentCents,
  depositCents,
  squareMetres,
  availableFrom,
});

const earliest = (dates: string[]): string => dates.reduce((first, date) => (date < first ? date : first));

/** A listing in a list; `today` is an ISO date. Its rooms are at least one: an empty listing is not published. */
export const presentListingSummary = (row: ListingRow, rooms: RoomRow[], today: string): ListingSummary => ({
  id: row.id,
  title: row.title,
  city: row.city,
  tagline: row.tagline,
  photoUrl: row.photoUrls[0] ?? null,
  rentFromCents: Math.min(...rooms.map(({ rentCents }) => rentCents)),
  roomCount: rooms.length,
  freeRoomCount: rooms.filter(({ availableFrom }) => availableFrom <= today).length,
  availableFrom: earliest(rooms.map(({ availableFrom }) => availableFrom)),
  landlord: { id: row.landlordId, name: row.landlordName, verified: row.landlordVerifiedAt !== null },
});

export const presentListing = (row: ListingRow, rooms: RoomRow[], today: string): Listing => ({
  ...presentListingSummary(row, rooms, today),
  description: row.description,
  street: row.street,
  amenities: row.amenities,
  photoUrls: row.photoUrls,
  rooms: rooms.map(presentRoom),
  createdAt: row.createdAt.toISOString(),
});

import { addDays, calendarDate } from "./calendar.ts";
import { type DemoListing, type DemoRoom, listings as demoListings } from "./content/listings.ts";
import type { ListingRow, RoomRow } from "./rows.ts";

/** The clocks of the demo cities. */
const TIME_ZONES: Record<string, string> = {
  Cambridge: "Europe/London",
  Leuven: "Europe/Brussels",
  Lisbon: "Europe/Lisbon",
  Kraków: "Europe/Warsaw",
};

const timeZoneOf = ({ city }: DemoListing): string => {
  const timeZone = TIME_ZONES[city];
  if (!timeZone) throw new Error(`No demo city is called ${city}.`);
  return timeZone;
};

type MakeId = (at: Date) => string;
type Deps = { now: Date; makeId: MakeId; landlordId: (number: number) => string };

const listingRow = (listing: DemoListing, { now, makeId, landlordId }: Deps): ListingRow => {
  const publishedAt = addDays(now, -listing.publishedDaysAgo);
  const createdAt = addDays(publishedAt, -1);
  return {
    id: makeId(createdAt),
    landlordId: landlordId(listing.landlord),
    title: listing.title,
    city: listing.city,
    street: listing.street,
    tagline: listing.tagline,
    description: listing.description,
    amenities: listing.amenities,
    photoUrls: listing.photos.map((photo) => `/rooms/${photo}.svg`),
    timeZone: timeZoneOf(listing),
    publishedAt,
    createdAt,
  };
};

const roomRow = (room: DemoRoom, position: number, listing: ListingRow, { now, makeId }: Deps): RoomRow => ({
  id: makeId(listing.createdAt ?? now),
  listingId: listing.id,
  position,
  name: room.name,
  rentCents: room.rentEuros * 100,
  depositCents: room.depositEuros * 100,
  squareMetres: room.squareMetres,
  availableFrom: calendarDate(addDays(now, room.freeInDays)),
});

/** The demo listings with their rooms, in the order of the content. */
export const buildHousing = (deps: Deps): { listings: ListingRow[]; rooms: RoomRow[] } => {
  const listings = demoListings.map((listing) => listingRow(listing, deps));
  const rooms = demoListings.flatMap((listing, index) => {
    const row = listings[index];
    return row ? listing.rooms.map((room, position) => roomRow(room, position, row, deps)) : [];
  });
  return { listings, rooms };
};

import * as z from "zod";
import { Listing, Room } from "./housing.ts";
import { homeLimits } from "./housing-limits.ts";
import { isPicture } from "./picture.ts";
import { CalendarDate, countCharacters, Id, line, Text, Timestamp } from "./primitives.ts";

/** `draft`: never published. `paused`: taken out of the search; talks and bookings about it go on. */
export const ListingStatus = z.enum(["draft", "published", "paused"]);
export type ListingStatus = z.infer<typeof ListingStatus>;

/** What a home needs before others may find it. */
const MissingPart = z.enum(["city", "street", "tagline", "description", "rooms"]);
export type MissingPart = z.infer<typeof MissingPart>;

/** A line that may still be empty. */
const draftLine = (max: number) =>
  Text.transform((text) => text.trim())
    .refine((text) => countCharacters(text) <= max, `must have at most ${max} characters`)
    .refine((text) => !/\p{Cc}/u.test(text), "must not contain control characters");

const Title = line(homeLimits.titleCharacters);
const Description = Text.transform((text) => text.trim()).refine(
  (text) => countCharacters(text) <= homeLimits.descriptionCharacters,
  `must have at most ${homeLimits.descriptionCharacters} characters`,
);

/** What a landlord writes about a home. */
const texts = {
  city: draftLine(homeLimits.cityCharacters).optional(),
  street: draftLine(homeLimits.streetCharacters).optional(),
  tagline: draftLine(homeLimits.taglineCharacters).optional(),
  description: Description.optional(),
  amenities: z.array(line(homeLimits.amenityCharacters)).max(homeLimits.amenities).optional(),
};

export const NewListing = z.strictObject({ title: Title, ...texts });
export type NewListing = z.infer<typeof NewListing>;

/** Only what is named changes. */
export const ListingChange = z.strictObject({
  title: Title.optional(),
  ...texts,
  status: ListingStatus.exclude(["draft"]).optional(),
});
export type ListingChange = z.infer<typeof ListingChange>;

const Rent = z.int().min(homeLimits.rentCents.min).max(homeLimits.rentCents.max);
const Deposit = z.int().min(0).max(homeLimits.depositCents);
const Size = z.int().min(homeLimits.squareMetres.min).max(homeLimits.squareMetres.max);

export const NewRoom = z.strictObject({
  name: line(homeLimits.roomNameCharacters),
  rentCents: Rent,
  depositCents: Deposit,
  squareMetres: Size,
  /** From that day on it is offered. */
  availableFrom: CalendarDate,
});
export type NewRoom = z.infer<typeof NewRoom>;

export const RoomChange = NewRoom.partial();
export type RoomChange = z.infer<typeof RoomChange>;

export const RoomOffer = NewRoom.pick({ availableFrom: true });
export type RoomOffer = z.infer<typeof RoomOffer>;

/** The bytes of a picture: JPEG, PNG or WebP, whatever it is called. */
export const PhotoUpload = z.custom<Uint8Array>(
  (body) => body instanceof Uint8Array && isPicture(body),
  "must be a picture: JPEG, PNG or WebP",
);

export const PhotoChange = z.strictObject({ alt: draftLine(homeLimits.altCharacters) });
export type PhotoChange = z.infer<typeof PhotoChange>;

/** All photos of a listing, the one that lists show first. */
export const PhotoOrder = z.strictObject({ ids: z.array(Id).max(homeLimits.photosOfListing) });
export type PhotoOrder = z.infer<typeof PhotoOrder>;

const OwnPhoto = z.strictObject({ id: Id, url: z.string(), alt: z.string() });
export type OwnPhoto = z.infer<typeof OwnPhoto>;

const OwnRoom = Room.extend({
  /** What its landlord has set; `availableFrom` is later while somebody else has it. */
  offeredFrom: CalendarDate,
  /** It was asked for once: it stays, for what was agreed must stay readable. */
  isBooked: z.boolean(),
});

/** A home as its landlord sees it. */
export const OwnListing = Listing.pick({
  id: true,
  title: true,
  city: true,
  street: true,
  tagline: true,
  description: true,
  amenities: true,
  requestCount: true,
})
  .extend({
    status: ListingStatus,
    missing: z.array(MissingPart),
    photos: z.array(OwnPhoto),
    rooms: z.array(OwnRoom),
    /** Nobody has asked about it or booked it: it may be deleted. */
    isUnused: z.boolean(),
    createdAt: Timestamp,
  })
  .meta({ id: "OwnListing" });
export type OwnListing = z.infer<typeof OwnListing>;

export const OwnListings = z.strictObject({ items: z.array(OwnListing) });
export type OwnListings = z.infer<typeof OwnListings>;

/** Why something about a home is not possible; the `details` of a `conflict` carry it. */
export type HomeConflict = "incomplete" | "in_use" | "too_many";

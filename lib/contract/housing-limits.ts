/** Sizes that a home, its rooms and its photos may have, on both sides of the wire. */
export const homeLimits = {
  titleCharacters: 80,
  cityCharacters: 80,
  streetCharacters: 120,
  taglineCharacters: 120,
  descriptionCharacters: 5_000,
  amenities: 30,
  amenityCharacters: 40,
  roomNameCharacters: 60,
  /** Of a month, and of a deposit. */
  rentCents: { min: 100, max: 2_000_000 },
  depositCents: 10_000_000,
  squareMetres: { min: 1, max: 1_000 },
  listingsOfLandlord: 50,
  roomsOfListing: 30,
  photosOfListing: 20,
  altCharacters: 200,
  photoBytes: 12 * 1024 * 1024,
  /** Of what is uploaded; a photo of a phone has 12 to 50 million. */
  photoPixels: 60_000_000,
  /** The longer side of what is kept. */
  photoSide: 1_600,
  smallPhotoSide: 720,
  searchCharacters: 100,
  /** A room is offered from a day so many days from today at the latest. */
  offerDays: 1_096,
} as const;

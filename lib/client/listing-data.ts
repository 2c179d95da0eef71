import type { Listing } from "#lib/contract/housing.ts";

/** A home in the words of schema.org, for search engines; `origin` is that of our own pages. */
export const listingData = (listing: Listing, origin: string) => ({
  "@context": "https://schema.org",
  "@type": "Accommodation",
  name: listing.title,
  description: listing.description,
  url: `${origin}/listings/${listing.id}`,
  image: listing.photos.map(({ url }) => origin + url),
  address: { "@type": "PostalAddress", streetAddress: listing.street, addressLocality: listing.city },
  amenityFeature: listing.amenities.map((name) => ({ "@type": "LocationFeatureSpecification", name, value: true })),
  numberOfRooms: listing.roomCount,
  makesOffer: listing.rooms.map((room) => ({
    "@type": "Offer",
    name: room.name,
    availabilityStarts: room.availableFrom,
    priceSpecification: {
      "@type": "UnitPriceSpecification",
      price: (room.rentCents / 100).toFixed(2),
      priceCurrency: "EUR",
      unitCode: "MON",
    },
  })),
});

/** Data as the text of a script: nothing in it ends the element that it stands in. */
export const scriptText = (data: object): string => JSON.stringify(data).replaceAll("<", "\\u003c");

import { listingData, scriptText } from "#lib/client/listing-data.ts";
import type { Listing } from "#lib/contract/housing.ts";

/** What a search engine reads of a home. */
export const StructuredData = ({ listing, origin }: { listing: Listing; origin: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would write the quotation marks of the data as entities
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptText(listingData(listing, origin)) }} />
);

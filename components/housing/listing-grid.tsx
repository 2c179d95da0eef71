import { translator } from "#lib/client/texts/translator.ts";
import type { ListingSummary } from "#lib/contract/housing.ts";
import { gridClass } from "./grid-class.ts";
import { ListingCard } from "./listing-card.tsx";

const ABOVE_THE_FOLD = 3;

/** `at`: when the server made the page (ISO 8601). */
export const ListingGrid = ({ listings, at: madeAt }: { listings: readonly ListingSummary[]; at: string }) => (
  <ul aria-label={translator("housing")("results.listLabel")} className={gridClass}>
    {listings.map((listing, at) => (
      <li key={listing.id}>
        <ListingCard listing={listing} at={madeAt} eager={at < ABOVE_THE_FOLD} />
      </li>
    ))}
  </ul>
);

import Link from "next/link";
import { VerifiedMark } from "#components/ui/verified-mark.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import type { ListingSummary } from "#lib/contract/housing.ts";
import { CardPill } from "./card-pill.tsx";
import { LinkPending } from "./link-pending.tsx";
import { Photo } from "./photo.tsx";
import { PriceFrom } from "./price.tsx";

/** Only what the pill shows goes to the browser with it. */
const cardFacts = ({ id, freeRoomCount, requestCount, availableFrom }: ListingSummary) => ({
  id,
  freeRoomCount,
  requestCount,
  availableFrom,
});

type ListingCardProps = { listing: ListingSummary; at: string; eager: boolean };

/** One home in the search; the whole card leads to its page. `at`: when the page was made. */
export const ListingCard = ({ listing, at, eager }: ListingCardProps) => {
  const t = translator("housing");
  return (
    <article className="relative overflow-hidden rounded-panel border bg-surface shadow-1 transition-shadow duration-150 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 hover:shadow-2">
      <div className="relative h-[172px]">
        <Photo url={listing.photoUrl} alt="" missing={t("noPhoto")} eager={eager} />
        <span className="absolute top-3 left-3">
          <CardPill listing={cardFacts(listing)} at={at} />
        </span>
      </div>
      <div className="grid gap-1 p-4">
        <h2 className="font-semibold text-base">
          {/* No prefetch: a full page of cards would ask the server for every home. */}
          <Link href={`/listings/${listing.id}`} prefetch={false} className="outline-none after:absolute after:inset-0">
            {listing.title}
            <LinkPending />
          </Link>
        </h2>
        <p className="text-[13.5px] text-text-2">{listing.tagline}</p>
        <PriceFrom cents={listing.rentFromCents} />
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-[12.5px] text-text-2">
          {listing.landlord.verified && <VerifiedMark label={translator("common")("verified")} withText />}
          <span>
            {listing.city} · {t("rooms", { count: listing.roomCount })}
          </span>
        </p>
      </div>
    </article>
  );
};

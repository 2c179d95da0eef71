import { Check, ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { translator } from "#lib/client/texts/translator.ts";
import type { Listing } from "#lib/contract/housing.ts";
import type { Asker } from "./ask.tsx";
import { ContactCard } from "./contact-card.tsx";
import { Gallery } from "./gallery.tsx";
import { LiveRooms } from "./live-rooms.tsx";
import { RoomTable } from "./room-table.tsx";

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-3">
    <h2 className="font-semibold text-lg">{title}</h2>
    {children}
  </section>
);

const Amenities = ({ names }: { names: readonly string[] }) => (
  <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
    {names.map((name) => (
      <li key={name} className="flex items-center gap-2">
        <Check aria-hidden="true" className="size-4 shrink-0 text-accent-strong" />
        {name}
      </li>
    ))}
  </ul>
);

type ListingDetailProps = {
  listing: Listing;
  asker: Asker;
  /** When the server made the page (ISO 8601). */
  at: string;
};

/** Everything about one home. */
export const ListingDetail = ({ listing, asker, at }: ListingDetailProps) => {
  const t = translator("housing");
  return (
    <div className="mx-auto grid max-w-[1236px] gap-6 px-4 py-5 md:px-7 md:py-6">
      <div>
        <Link
          href="/"
          className="-ml-1 inline-flex min-h-11 items-center gap-1 rounded-card text-[14px] text-text-2 hover:text-text md:min-h-9"
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
          {t("listing.back")}
        </Link>
        <h1 className="font-bold text-[26px] leading-tight tracking-tight">{listing.title}</h1>
        <p className="mt-1 text-text-2">
          {t("listing.address", { street: listing.street, city: listing.city })} · {listing.tagline}
        </p>
      </div>
      <Gallery title={listing.title} photos={listing.photos} />
      <LiveRooms listingId={listing.id} rooms={listing.rooms} at={at}>
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_340px]">
          <div className="grid gap-8 max-lg:order-2">
            <Section title={t("listing.rooms")}>
              <RoomTable listing={listing} asker={asker} />
            </Section>
            <Section title={t("listing.about")}>
              <p className="max-w-[68ch] whitespace-pre-line">{listing.description}</p>
            </Section>
            {listing.amenities.length > 0 && (
              <Section title={t("listing.amenities")}>
                <Amenities names={listing.amenities} />
              </Section>
            )}
          </div>
          <div className="lg:sticky lg:top-6">
            <ContactCard listing={listing} asker={asker} />
          </div>
        </div>
      </LiveRooms>
    </div>
  );
};

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { translator } from "#lib/client/texts/translator.ts";
import type { Listing, Room } from "#lib/contract/housing.ts";

type FrameProps = { listing: Listing; room: Room; children: ReactNode };

/** What stands around a request: of which room it is, and the way back to the home. */
export const RequestFrame = ({ listing, room, children }: FrameProps) => {
  const t = translator("bookings");
  return (
    <div className="mx-auto grid max-w-[620px] gap-5 px-4 py-5 md:px-7 md:py-8">
      <div>
        <Link
          href={`/listings/${listing.id}`}
          className="-ml-1 inline-flex min-h-11 items-center gap-1 rounded-card text-[14px] text-text-2 hover:text-text md:min-h-9"
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
          {t("request.back", { listing: listing.title })}
        </Link>
        <h1 className="font-bold text-[26px] leading-tight tracking-tight">{t("request.title", { room: room.name })}</h1>
        <p className="mt-1 text-text-2">{t("request.lead", { landlord: listing.landlord.name })}</p>
      </div>
      {children}
    </div>
  );
};

import { ShieldCheck } from "lucide-react";
import { ReportLandlord } from "#components/moderation/report-landlord.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { VerifiedMark } from "#components/ui/verified-mark.tsx";
import { AskViewing } from "#components/viewings/ask-viewing.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import type { Listing } from "#lib/contract/housing.ts";
import { Ask, type Asker } from "./ask.tsx";
import { HomePill } from "./live-rooms.tsx";
import { PriceFrom } from "./price.tsx";
import { ResponseLine } from "./response-line.tsx";

/** Price, landlord, and the way to them. */
export const ContactCard = ({ listing, asker }: { listing: Listing; asker: Asker }) => {
  const t = translator("housing");
  const { landlord } = listing;
  return (
    <section aria-label={t("listing.contact")} className="grid gap-4 rounded-panel border bg-surface p-5 shadow-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <PriceFrom cents={listing.rentFromCents} />
        <HomePill />
      </div>
      <div className="flex items-center gap-3">
        <Avatar userId={landlord.id} name={landlord.name} />
        <div className="min-w-0">
          <p className="truncate font-semibold">{t("listing.landlord", { name: landlord.name })}</p>
          <p className="text-[13px] text-text-2">
            {landlord.verified ? (
              <VerifiedMark label={translator("common")("verified")} withText />
            ) : (
              t("listing.landlordNotChecked")
            )}
          </p>
          <ResponseLine figures={listing.responses} />
        </div>
      </div>
      <div className="grid gap-2">
        <Ask asker={asker} landlordId={landlord.id} listingId={listing.id} />
        {asker === "student" && (
          <AskViewing
            listingId={listing.id}
            landlordName={landlord.name}
            home={{ city: listing.city, timeZone: listing.timeZone }}
          />
        )}
      </div>
      {(asker === "student" || asker === "member") && (
        <ReportLandlord listingId={listing.id} userId={landlord.id} name={landlord.name} />
      )}
      <p className="flex gap-2 border-t pt-3 text-[13px] text-text-2">
        <ShieldCheck aria-hidden="true" className="mt-px size-4 shrink-0 text-accent-strong" />
        {t("listing.safety")}
      </p>
    </section>
  );
};

import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { RequestForm } from "#components/bookings/request-form.tsx";
import { RequestFrame } from "#components/bookings/request-frame.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { member, visit } from "../../../visitor.ts";
import { listingOf } from "../../listing-of.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ room?: string | string[] }> };

const t = translator("bookings");

export const metadata: Metadata = { title: t("request.metaTitle"), robots: { index: false } };

/** Whoever lets rooms requests none. */
const NotForLandlords = ({ isOwner, listingId }: { isOwner: boolean; listingId: string }) => (
  <EmptyState
    icon={<KeyRound className="size-7" />}
    title={t(isOwner ? "request.ownerTitle" : "request.landlordTitle")}
    body={t(isOwner ? "request.ownerBody" : "request.landlordBody")}
    action={
      <Link href={isOwner ? "/bookings" : `/listings/${listingId}`} className={buttonClass({ variant: "secondary" })}>
        {t(isOwner ? "request.toBookings" : "request.toListing")}
      </Link>
    }
  />
);

const RequestPage = async ({ params, searchParams }: Props) => {
  const [actor, listing, { room: roomId }] = await Promise.all([member(), listingOf((await params).id), searchParams]);
  const room = listing.rooms.find(({ id }) => id === roomId);
  if (!room) redirect(`/listings/${listing.id}`);
  const { landlord } = listing;
  return (
    <PublicPage current="listings" {...(await visit())}>
      {actor.role === "student" ? (
        <RequestFrame listing={listing} room={room}>
          <RequestForm room={room} landlord={landlord.name} today={new Date().toISOString().slice(0, 10)} />
        </RequestFrame>
      ) : (
        <NotForLandlords isOwner={landlord.id === actor.userId} listingId={listing.id} />
      )}
    </PublicPage>
  );
};

export default RequestPage;

import type { Metadata } from "next";
import type { Asker } from "#components/housing/ask.tsx";
import { ListingDetail } from "#components/housing/listing-detail.tsx";
import { LiveHomes } from "#components/housing/live-homes.tsx";
import { PreviewNote } from "#components/housing/preview-note.tsx";
import { StructuredData } from "#components/housing/structured-data.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import type { Visitor } from "#components/shell/types.ts";
import type { Listing } from "#lib/contract/housing.ts";
import { pageActor, runtime } from "#lib/server/runtime.ts";
import { ownOrigin } from "../../own-origin.ts";
import { visit } from "../../visitor.ts";
import { listingOf } from "../listing-of.ts";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { id, title, city, tagline, description, photoUrl } = await listingOf((await params).id);
  const about = { title: `${title}, ${city}`, description: `${tagline}. ${description}`.slice(0, 200) };
  const images = photoUrl ? { images: [photoUrl] } : {};
  return { ...about, alternates: { canonical: `/listings/${id}` }, openGraph: { ...about, type: "article", ...images } };
};

const askerOf = (user: Visitor | null, { landlord }: Listing): Asker => {
  if (!user) return "guest";
  if (user.userId === landlord.id) return "owner";
  return user.role === "student" ? "student" : "member";
};

/** Whether only its landlord sees it so far. */
const isPreview = async (asker: Asker, id: string): Promise<boolean> => {
  const actor = asker === "owner" ? await pageActor() : null;
  return actor !== null && (await runtime().services.ownListings.get(actor, id)).status !== "published";
};

const ListingPage = async ({ params }: Props) => {
  const [visitor, listing] = await Promise.all([visit(), listingOf((await params).id)]);
  const asker = askerOf(visitor.user, listing);
  return (
    <PublicPage current="listings" {...visitor}>
      {(await isPreview(asker, listing.id)) && <PreviewNote listingId={listing.id} />}
      <StructuredData listing={listing} origin={ownOrigin()} />
      <LiveHomes self={visitor.user}>
        <ListingDetail listing={listing} asker={asker} at={new Date().toISOString()} />
      </LiveHomes>
    </PublicPage>
  );
};

export default ListingPage;

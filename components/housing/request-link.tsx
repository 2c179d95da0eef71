import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import type { Room } from "#lib/contract/housing.ts";
import type { Asker } from "./ask.tsx";

type LinkProps = { asker: Asker; listingId: string; room: Pick<Room, "id" | "name"> };

/** The way to a booking, for those who may have one: students, and guests, who sign in on it. */
export const RequestLink = ({ asker, listingId, room }: LinkProps) => {
  if (asker !== "student" && asker !== "guest") return null;
  const t = translator("bookings");
  return (
    <Link
      href={`/listings/${listingId}/request?room=${room.id}`}
      // A page of its own for each room: nobody opens them all.
      prefetch={false}
      aria-label={t("request.linkNamed", { room: room.name })}
      className={buttonClass({ size: "s" })}
    >
      {t("request.link")}
    </Link>
  );
};

import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { AskButton, type AskButtonProps } from "./ask-button.tsx";

/** Who looks at the listing: somebody without a session, its own landlord, a student, or anybody else. */
export type Asker = "guest" | "owner" | "student" | "member";

type AskProps = AskButtonProps & { asker: Asker };

/** The way to the landlord: a button, for a guest the way to sign in first, for the landlord nothing. */
export const Ask = ({ asker, ...question }: AskProps) => {
  if (asker === "owner") return null;
  if (asker !== "guest") return <AskButton {...question} />;
  const t = translator("housing");
  const { room, listingId } = question;
  return (
    <Link
      href={`/sign-in?next=${encodeURIComponent(`/listings/${listingId}`)}`}
      className={buttonClass(room ? { variant: "secondary", size: "s" } : {})}
      {...(room ? { "aria-label": t("ask.signInNamed", { room: room.name }) } : {})}
    >
      {t("ask.signIn")}
    </Link>
  );
};

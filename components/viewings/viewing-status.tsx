"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { Viewing } from "#lib/contract/viewings.ts";

type Party = "student" | "landlord";

const looks = {
  turn: "bg-accent text-on-accent",
  good: "bg-accent-soft text-accent-strong",
  plain: "bg-surface-2 text-text-2",
};

/** How it stands, in a word or two, as one of the two sees it. */
export const ViewingStatus = ({ viewing, party, otherName }: { viewing: Viewing; party: Party; otherName: string }) => {
  const t = useTranslations("viewings.status");
  const { status, offer } = viewing;
  const isOwnTurn = offer !== null && offer.by !== party;
  const look = isOwnTurn ? "turn" : status === "confirmed" ? "good" : "plain";
  const words = isOwnTurn ? t("yourTurn") : status === "proposed" ? t("waiting", { name: otherName }) : t(status);
  return (
    <span className={clsx("max-w-[42%] shrink-0 truncate rounded-full px-2.5 py-0.5 font-semibold text-xs", looks[look])}>
      {words}
    </span>
  );
};

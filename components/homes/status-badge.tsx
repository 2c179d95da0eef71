import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { ListingStatus } from "#lib/contract/own-listings.ts";

const looks: Record<ListingStatus, string> = {
  draft: "border-line-control text-text-2",
  published: "border-accent bg-accent-soft text-accent-strong",
  paused: "border-warn-line bg-warn-soft text-text",
};

export const StatusBadge = ({ status }: { status: ListingStatus }) => (
  <span className={clsx("inline-flex items-center rounded-full border px-2.5 py-0.5 font-semibold text-[12.5px]", looks[status])}>
    {useTranslations("homes.status")(status)}
  </span>
);

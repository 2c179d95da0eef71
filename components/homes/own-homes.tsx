"use client";

import { Building2, Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Self } from "#lib/client/realtime.ts";
import { useOwnListings } from "#lib/client/use-own-listings.ts";
import type { OwnListing, OwnListings } from "#lib/contract/own-listings.ts";
import { HomeError } from "./home-error.tsx";
import { OwnHome } from "./own-home.tsx";

const AddLink = () => (
  <Link href="/my/listings/new" className={buttonClass()}>
    <Plus aria-hidden="true" className="size-4.5" />
    {useTranslations("homes")("create")}
  </Link>
);

const NoHomes = () => {
  const t = useTranslations("homes");
  return (
    <EmptyState icon={<Building2 className="size-7" />} title={t("emptyTitle")} body={t("emptyBody")} action={<AddLink />} />
  );
};

type OwnHomesProps = {
  initial: OwnListings;
  self: Self;
  /** An ISO date. */
  today: string;
};

/** A landlord's homes: how each stands, what it lacks, and the ways to change it. */
export const OwnHomes = ({ initial, self, today }: OwnHomesProps) => {
  const t = useTranslations("homes");
  const { items, error, setStatus } = useOwnListings(initial, self);
  const [told, setTold] = useState("");
  const set = ({ id, title }: OwnListing, status: "published" | "paused") =>
    setStatus.mutate({ id, status }, { onSuccess: () => setTold(t(status, { title })) });
  if (items.length === 0) return <NoHomes />;
  return (
    <div className="grid gap-4">
      <div className="justify-self-start">
        <AddLink />
      </div>
      <HomeError error={error ?? setStatus.error} conflict="tooMany" />
      <p role="status" className="text-[14px] text-text-2 empty:hidden">
        {told}
      </p>
      <ul aria-label={t("list")} className="grid gap-4">
        {items.map((home) => (
          <li key={home.id}>
            <OwnHome
              home={home}
              today={today}
              busy={setStatus.isPending && setStatus.variables.id === home.id}
              onStatus={(status) => set(home, status)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
};

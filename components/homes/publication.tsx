"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Home } from "#lib/client/use-own-listings.ts";
import type { OwnListing } from "#lib/contract/own-listings.ts";
import { HomeError } from "./home-error.tsx";
import { MissingParts } from "./missing-parts.tsx";
import { StatusBadge } from "./status-badge.tsx";

type RemovalProps = { home: OwnListing; remove: Home["remove"] };

const Removal = ({ home, remove }: RemovalProps) => {
  const t = useTranslations("homes");
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const confirm = () => {
    setAsked(false);
    remove.mutate(undefined, { onSuccess: () => router.replace("/my/listings") });
  };
  return (
    <>
      <Button variant="quiet" size="s" busy={remove.isPending || remove.isSuccess} onClick={() => setAsked(true)}>
        {t("remove")}
      </Button>
      <Dialog
        open={asked}
        onOpenChange={setAsked}
        title={t("removeTitle", { title: home.title })}
        description={t("removeBody")}
        actions={
          <>
            <Button variant="secondary" onClick={() => setAsked(false)}>
              {t("removeKeep")}
            </Button>
            <Button variant="danger" onClick={confirm}>
              {t("remove")}
            </Button>
          </>
        }
      />
    </>
  );
};

type PublicationProps = { home: OwnListing } & Pick<Home, "change" | "remove">;

/** Whether others find a home, and what it takes. */
export const Publication = ({ home, change, remove }: PublicationProps) => {
  const t = useTranslations("homes");
  const isPublished = home.status === "published";
  const isOurs = change.variables?.status !== undefined;
  const told = isOurs && change.isSuccess && home.status !== "draft" && t(home.status, { title: home.title });
  return (
    <section aria-label={t("publish")} className="grid gap-3 rounded-panel border bg-surface p-5 shadow-1">
      <div className="flex flex-wrap items-center gap-3">
        <StatusBadge status={home.status} />
        <p className="text-[14px] text-text-2">{t(`statusHint.${home.status}`)}</p>
      </div>
      {home.missing.length > 0 && <MissingParts missing={home.missing} />}
      <HomeError error={(isOurs ? change.error : null) ?? remove.error} conflict="inUse" />
      <div className="flex flex-wrap items-center gap-2">
        {home.missing.length === 0 && (
          <Button
            variant={isPublished ? "secondary" : "primary"}
            busy={change.isPending && isOurs}
            onClick={() => change.mutate({ status: isPublished ? "paused" : "published" })}
          >
            {t(isPublished ? "pause" : "publish")}
          </Button>
        )}
        {home.rooms.length > 0 && (
          <Link href={`/listings/${home.id}`} className={buttonClass({ variant: "secondary" })}>
            {t(isPublished ? "view" : "preview")}
          </Link>
        )}
        {home.isUnused && <Removal home={home} remove={remove} />}
        <span role="status" className="text-[14px] text-text-2">
          {told}
        </span>
      </div>
    </section>
  );
};

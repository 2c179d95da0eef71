"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Photo } from "#components/housing/photo.tsx";
import { Pill } from "#components/housing/pill.tsx";
import { useStandingWords } from "#components/housing/use-standing-words.ts";
import { Button, buttonClass } from "#components/ui/button.tsx";
import type { OwnListing } from "#lib/contract/own-listings.ts";
import { MissingParts } from "./missing-parts.tsx";
import { StatusBadge } from "./status-badge.tsx";

const Rooms = ({ home, today }: { home: OwnListing; today: string }) => {
  const t = useTranslations("homes");
  const { ofRoom } = useStandingWords(today);
  if (home.rooms.length === 0) return <p className="text-[14px] text-text-2">{t("rooms", { count: 0 })}</p>;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5">
      {home.rooms.map((room) => (
        <li key={room.id} className="flex flex-wrap items-center gap-2 text-[14px]">
          {room.name}
          <Pill {...ofRoom(room)} />
        </li>
      ))}
    </ul>
  );
};

type OwnHomeProps = {
  home: OwnListing;
  today: string;
  busy: boolean;
  onStatus: (status: "published" | "paused") => void;
};

/** One home of the landlord's own. */
export const OwnHome = ({ home, today, busy, onStatus }: OwnHomeProps) => {
  const t = useTranslations("homes");
  const { id, title, status, missing, requestCount } = home;
  const isPublished = status === "published";
  return (
    <article className="grid overflow-hidden rounded-panel border bg-surface shadow-1 sm:grid-cols-[180px_1fr]">
      <div className="h-36 sm:h-full">
        <Photo url={home.photos[0]?.url ?? null} alt="" missing={useTranslations("housing")("noPhoto")} />
      </div>
      <div className="grid min-w-0 content-start gap-3 p-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="min-w-0 break-words font-semibold text-base">{title}</h2>
          <StatusBadge status={status} />
          {home.city && <span className="text-[13.5px] text-text-2">{home.city}</span>}
        </div>
        <Rooms home={home} today={today} />
        {requestCount > 0 && (
          <p className="font-semibold text-[14px] text-accent-strong">{t("requests", { count: requestCount })}</p>
        )}
        {missing.length > 0 && <MissingParts missing={missing} />}
        <div className="flex flex-wrap gap-2">
          <Link
            href={`/my/listings/${id}`}
            aria-label={t("editNamed", { title })}
            className={buttonClass({ variant: "secondary", size: "s" })}
          >
            {t("edit")}
          </Link>
          {missing.length === 0 && (
            <Button
              variant={isPublished ? "quiet" : "primary"}
              size="s"
              busy={busy}
              aria-label={t(isPublished ? "pauseNamed" : "publishNamed", { title })}
              onClick={() => onStatus(isPublished ? "paused" : "published")}
            >
              {t(isPublished ? "pause" : "publish")}
            </Button>
          )}
        </div>
      </div>
    </article>
  );
};

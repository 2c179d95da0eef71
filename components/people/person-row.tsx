"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { formatAgo } from "#lib/client/format.ts";
import { useFormat } from "#lib/client/use-format.ts";
import { useNow } from "#lib/client/use-now.ts";
import type { FoundPerson } from "#lib/contract/people.ts";
import { StandingPills } from "./standing-pills.tsx";

const MINUTE_MS = 60_000;

/** Somebody in the list. */
export const PersonRow = ({ person }: { person: FoundPerson }) => {
  const t = useTranslations("people");
  const { full } = useFormat();
  const now = useNow(MINUTE_MS);
  const { id, name, email, joinedAt, lastSeenAt } = person;
  return (
    <li>
      {/* To read somebody's page is put down: nothing reads it ahead. */}
      <Link href={`/admin/people/${id}`} prefetch={false} className="grid gap-1 rounded-card border p-3.5 hover:bg-surface-2">
        <span className="flex flex-wrap items-center gap-2">
          <span dir="auto" className="min-w-0 font-semibold [overflow-wrap:anywhere]">
            {name}
          </span>
          <StandingPills person={person} />
        </span>
        <span className="text-[14.5px] text-text-2 [overflow-wrap:anywhere]">{email}</span>
        <span className="flex flex-wrap gap-x-4 text-[13px] text-text-2">
          <LocalTime iso={joinedAt} text={t("joined", { when: full(joinedAt) })} />
          {lastSeenAt ? (
            <LocalTime iso={lastSeenAt} text={t("seen", { ago: formatAgo(lastSeenAt, now) })} title={full(lastSeenAt)} />
          ) : (
            <span>{t("neverSeen")}</span>
          )}
        </span>
      </Link>
    </li>
  );
};

"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { VerifiedMark } from "#components/ui/verified-mark.tsx";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { usePresence } from "#lib/client/use-people.ts";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import { ListingPhoto } from "./listing-photo.tsx";

const Person = ({ person }: { person: Participant }) => {
  const t = useTranslations();
  const { self } = useRealtime();
  const isSelf = person.userId === self.userId;
  const presence = usePresence(isSelf ? undefined : person.userId);
  return (
    <li className="flex items-center gap-2.5">
      <Avatar userId={person.userId} name={person.name} size="s" presence={presence?.status} />
      <span className="min-w-0">
        <span className="flex min-w-0 items-center gap-1 text-sm">
          <span dir="auto" className="truncate">
            {isSelf ? t("inbox.side.you", { name: person.name }) : person.name}
          </span>
          {person.verified && <VerifiedMark label={t("common.verified")} />}
        </span>
        <span className="block text-[13px] text-text-2">{t(`inbox.side.role.${person.role}`)}</span>
      </span>
    </li>
  );
};

/** On wide screens: what the conversation is about and who is in it. */
export const SidePanel = ({ conversation }: { conversation: ConversationSummary }) => {
  const t = useTranslations("inbox.side");
  const { listing, participants } = conversation;
  return (
    <aside
      aria-label={t("label")}
      className="hidden w-80 shrink-0 flex-col gap-[18px] overflow-y-auto border-l bg-surface p-[18px] xl:flex"
    >
      {listing && (
        <div>
          <ListingPhoto url={listing.photoUrl} />
          <p dir="auto" className="mt-3 font-semibold text-base">
            {listing.title}
          </p>
          <Link href={`/listings/${listing.id}`} className="text-accent-strong text-sm underline underline-offset-2">
            {t("openListing")}
          </Link>
        </div>
      )}
      <div>
        <h3 className="mb-2 font-semibold text-[13px] text-text-2">{t("people")}</h3>
        <ul className="grid gap-3">
          {participants.map((person) => (
            <Person key={person.userId} person={person} />
          ))}
        </ul>
      </div>
    </aside>
  );
};

"use client";

import { useTranslations } from "use-intl";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { useOwnContests } from "#lib/client/use-contests.ts";
import type { OwnContests as Contests } from "#lib/contract/contests.ts";
import { ContestWords } from "./contest-words.tsx";

/** The refusals that one has called a mistake, and what was found. */
export const OwnContests = ({ initial }: { initial: Contests }) => {
  const t = useTranslations("moderation.contests");
  const items = useOwnContests(initial);
  if (items.length === 0) return null;
  return (
    <SettingsSection title={t("ownTitle")} lead={t("ownLead")}>
      <ul className="divide-y">
        {items.map((contest) => (
          <li key={contest.id} className="grid gap-1.5 py-3 first:pt-0 last:pb-0">
            <ContestWords contest={contest} />
            <p className="font-medium text-[14.5px]">{t(`own.${contest.verdict ?? "waiting"}`)}</p>
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
};

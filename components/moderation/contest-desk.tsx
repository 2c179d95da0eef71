"use client";

import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { Button } from "#components/ui/button.tsx";
import { useContests } from "#lib/client/use-contests.ts";
import type { ContestList } from "#lib/contract/contests.ts";
import { ContestWords } from "./contest-words.tsx";

/** Texts that the scan refused and whose writers call that a mistake. What is said here changes no rule: it is counted. */
export const ContestDesk = ({ initial }: { initial: ContestList }) => {
  const t = useTranslations("moderation.contests");
  const { items, decide } = useContests(initial);
  return (
    <SettingsSection title={t("title")} lead={t("lead")}>
      {items.length === 0 && <p className="text-text-2">{t("empty")}</p>}
      <ul aria-label={t("title")} className="divide-y empty:hidden">
        {items.map((contest) => (
          <li key={contest.id} className="grid gap-2 py-3 first:pt-0 last:pb-0">
            <p dir="auto" className="font-semibold text-accent-strong">
              {contest.person.name}
            </p>
            <ContestWords contest={contest} />
            <div className="flex flex-wrap gap-2">
              <Button size="s" disabled={decide.isPending} onClick={() => decide.mutate({ contest, verdict: "wrong" })}>
                {t("wrong")}
              </Button>
              <Button
                variant="secondary"
                size="s"
                disabled={decide.isPending}
                onClick={() => decide.mutate({ contest, verdict: "right" })}
              >
                {t("right")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <FormAlert>{decide.error && <FormErrorText key={decide.error.message} error={decide.error} />}</FormAlert>
    </SettingsSection>
  );
};

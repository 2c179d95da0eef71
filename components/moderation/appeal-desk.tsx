"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { Button } from "#components/ui/button.tsx";
import { useAppealDecision } from "#lib/client/use-report-case.ts";
import { useAppeals } from "#lib/client/use-report-queue.ts";
import type { AppealList, AppealOutcome, Sanction } from "#lib/contract/sanctions.ts";
import { SanctionWords } from "./sanction-words.tsx";
import { WordsDialog } from "./words-dialog.tsx";

type Asked = { sanction: Sanction; outcome: AppealOutcome };

/** What people have to say against what was done to them. Whoever did it sees it here, and somebody else decides. */
export const AppealDesk = ({ initial, selfId }: { initial: AppealList; selfId: string }) => {
  const t = useTranslations("moderation.appeals");
  const items = useAppeals(initial);
  const decide = useAppealDecision();
  const [asked, setAsked] = useState<Asked>();
  const ask = (next: Asked): void => {
    decide.reset();
    setAsked(next);
  };
  return (
    <SettingsSection title={t("title")}>
      {items.length === 0 && <p className="text-text-2">{t("empty")}</p>}
      <ul className="divide-y empty:hidden">
        {items.map((sanction) => (
          <li key={sanction.id} className="grid gap-2 py-3 first:pt-0 last:pb-0">
            <p dir="auto" className="font-semibold text-accent-strong">
              {sanction.person.name}
            </p>
            <SanctionWords sanction={sanction} />
            <blockquote dir="auto" className="whitespace-pre-line border-l-2 pl-3 text-[14.5px] [overflow-wrap:anywhere]">
              {sanction.appeal?.text}
            </blockquote>
            {sanction.actor.id === selfId ? (
              <p className="text-[13px] text-text-2">{t("notYours")}</p>
            ) : (
              <div className="flex flex-wrap gap-2">
                <Button size="s" onClick={() => ask({ sanction, outcome: "reversed" })}>
                  {t("reverse")}
                </Button>
                <Button variant="secondary" size="s" onClick={() => ask({ sanction, outcome: "upheld" })}>
                  {t("uphold")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <WordsDialog
          title={t(`${asked.outcome}Title`)}
          body={t(`${asked.outcome}Body`, { name: asked.sanction.person.name })}
          label={t("answer")}
          action={t("send")}
          isNeeded
          busy={decide.isPending}
          error={decide.error}
          onClose={() => setAsked(undefined)}
          onConfirm={(answer) => decide.mutate({ ...asked, answer }, { onSuccess: () => setAsked(undefined) })}
        />
      )}
    </SettingsSection>
  );
};

"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import type { Sanction } from "#lib/contract/sanctions.ts";
import { SanctionWords } from "./sanction-words.tsx";

type CaseSanctionsProps = { sanctions: readonly Sanction[]; onLift: (sanction: Sanction) => void };

/** What was done to the reported one before, and the way to take it back. */
export const CaseSanctions = ({ sanctions, onLift }: CaseSanctionsProps) => {
  const t = useTranslations("moderation.case");
  if (sanctions.length === 0) return <p className="text-text-2">{t("noSanctions")}</p>;
  return (
    <ul className="divide-y">
      {sanctions.map((sanction) => (
        <li key={sanction.id} className="grid gap-1 py-3 first:pt-0 last:pb-0">
          <SanctionWords sanction={sanction} />
          <div className="flex flex-wrap items-center justify-between gap-2 text-[13px] text-text-2">
            <span>{t("doneBy", { name: sanction.actor.name })}</span>
            {sanction.liftedAt === null && (
              <Button variant="secondary" size="s" onClick={() => onLift(sanction)}>
                {t("lift")}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
};

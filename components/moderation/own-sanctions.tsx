"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { Button } from "#components/ui/button.tsx";
import { useOwnSanctions } from "#lib/client/use-sanctions.ts";
import type { OwnSanctions as Sanctions } from "#lib/contract/sanctions.ts";
import { AppealForm } from "./appeal-form.tsx";
import { AppealState } from "./appeal-state.tsx";
import { SanctionWords } from "./sanction-words.tsx";

/** What was done to oneself, and the way to say something against it. */
export const OwnSanctions = ({ initial }: { initial: Sanctions }) => {
  const t = useTranslations("moderation.sanctions");
  const { items, appeal } = useOwnSanctions(initial);
  const [opened, setOpened] = useState<string>();
  const send = (sanctionId: string, text: string) =>
    appeal.mutate({ sanctionId, text }, { onSuccess: () => setOpened(undefined) });
  return (
    <SettingsSection title={t("title")} lead={t("lead")}>
      {items.length === 0 && <p className="text-text-2">{t("empty")}</p>}
      <ul className="divide-y empty:hidden">
        {items.map((sanction) => (
          <li key={sanction.id} className="grid gap-1.5 py-3 first:pt-0 last:pb-0">
            <SanctionWords sanction={sanction} />
            {sanction.appeal && <AppealState appeal={sanction.appeal} />}
            {!sanction.appeal && sanction.liftedAt === null && opened !== sanction.id && (
              <div>
                <Button variant="secondary" size="s" onClick={() => setOpened(sanction.id)}>
                  {t("appealOpen")}
                </Button>
              </div>
            )}
            {opened === sanction.id && !sanction.appeal && (
              <AppealForm busy={appeal.isPending} error={appeal.error} onSend={(text) => send(sanction.id, text)} />
            )}
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
};

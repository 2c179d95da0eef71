"use client";

import { useTranslations } from "use-intl";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { useParts } from "#lib/client/use-parts.ts";
import type { Health } from "#lib/contract/routes/service.ts";

type Parts = Health["parts"];
type Name = keyof Parts;
type State = Parts[Name]["state"];

const DOTS: Record<State, string> = { up: "bg-state-free", down: "bg-danger", off: "bg-line-control" };

/** What of the server works, and what has to wait. */
export const PartStates = () => {
  const t = useTranslations("overview.part");
  const { parts, isAway } = useParts();
  return (
    <SettingsSection title={t("title")} lead={t("lead")}>
      {isAway && <p className="text-danger">{t("away")}</p>}
      {parts && (
        <ul className="flex flex-wrap gap-2">
          {(Object.entries(parts) as [Name, Parts[Name]][]).map(([name, { state }]) => (
            <li key={name} data-state={state} className="flex items-center gap-2 rounded-full border px-3 py-1 text-[13.5px]">
              <span aria-hidden="true" className={`size-2 rounded-full ${DOTS[state]}`} />
              {t(`name.${name}`)}
              <span className="text-text-2">{t(`state.${state}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </SettingsSection>
  );
};

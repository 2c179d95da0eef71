"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { useRules } from "#lib/client/use-rules.ts";
import type { RuleWeights, ScanRule, ScanRules } from "#lib/contract/scan.ts";
import { RuleRow } from "./rule-row.tsx";
import { TryRules } from "./try-rules.tsx";
import { WeightsForm } from "./weights-form.tsx";

/** The rules by what they are about, in their order. */
const byKind = (rules: readonly ScanRule[]): [string, ScanRule[]][] => {
  const kinds = new Map<string, ScanRule[]>();
  for (const rule of rules) kinds.set(rule.kind, [...(kinds.get(rule.kind) ?? []), rule]);
  return [...kinds];
};

/** Every rule of the scan, what it weighs and how often it is found; and a place to try them. */
export const RuleDesk = ({ initial }: { initial: ScanRules }) => {
  const t = useTranslations("rules");
  const { rules, floors, tune, isStale } = useRules(initial);
  const [edited, setEdited] = useState<string>();
  const [told, setTold] = useState("");
  const list = useRef<HTMLDivElement>(null);

  const edit = (rule: string | undefined): void => {
    tune.reset();
    setTold("");
    setEdited(rule);
  };
  const save = (rule: string, weights: RuleWeights | null): void =>
    tune.mutate(
      { rule, weights },
      {
        // The form goes away with its focus: that stays near.
        onSuccess: () => {
          setEdited(undefined);
          setTold(t(weights ? "saved" : "wasReset", { rule }));
          list.current?.focus();
        },
      },
    );

  return (
    <>
      <TryRules floors={floors} />
      <div ref={list} tabIndex={-1} className="grid gap-5 outline-none">
        <p className="text-[14.5px] text-text-2">
          {t("floors", { warn: String(floors.warn), bounce: String(floors.bounce), hold: String(floors.hold) })}
        </p>
        <p role="status" className="text-[14px] text-text-2 empty:hidden">
          {told}
        </p>
        <FormAlert>{isStale && t("stale")}</FormAlert>
        {byKind(rules).map(([kind, ofKind]) => (
          <SettingsSection key={kind} title={t.has(`kind.${kind}` as "kind.abuse") ? t(`kind.${kind}` as "kind.abuse") : kind}>
            <ul className="divide-y">
              {ofKind.map((rule) => (
                <li key={rule.rule} className="grid gap-2 py-3 first:pt-0 last:pb-0">
                  <RuleRow rule={rule} onEdit={() => edit(rule.rule)} />
                  {edited === rule.rule && (
                    <WeightsForm
                      rule={rule}
                      busy={tune.isPending}
                      error={tune.error}
                      onSave={(weights) => save(rule.rule, weights)}
                      onClose={() => edit(undefined)}
                    />
                  )}
                </li>
              ))}
            </ul>
          </SettingsSection>
        ))}
      </div>
    </>
  );
};

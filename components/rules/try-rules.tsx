"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { type TriedText, useTriedRules } from "#lib/client/use-rules.ts";
import { limits } from "#lib/contract/limits.ts";
import type { ScanResult, ScanRules } from "#lib/contract/scan.ts";
import { OutcomePill } from "./outcome-pill.tsx";
import { ScoreBar } from "./score-bar.tsx";

const stages = ["before_booking", "after_booking"] as const;
const relations = ["first_contact", "known"] as const;

type Floors = ScanRules["floors"];

const Result = ({ result, floors }: { result: ScanResult; floors: Floors }) => {
  const t = useTranslations("rules.try");
  const { outcome, score, rules } = result;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <OutcomePill outcome={outcome} />
        <span className="text-[14.5px] text-text-2">{t(`means.${outcome}`)}</span>
        <span className="font-medium tabular-nums">{t("score", { score: String(score) })}</span>
      </p>
      <ScoreBar result={result} floors={floors} />
      <ul aria-label={t("found")} className="divide-y empty:hidden">
        {rules.map(({ rule, weight, text }) => (
          <li key={rule} className="flex items-baseline gap-3 py-2 first:pt-0 last:pb-0">
            <span className="w-8 shrink-0 text-right font-semibold tabular-nums">{weight}</span>
            <span className="min-w-0">
              <code className="text-[13px] [overflow-wrap:anywhere]">{rule}</code>
              <span className="block text-[14px] text-text-2">{text}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Where an admin types a text and sees what the scan would do with it. Nothing of it is kept. */
export const TryRules = ({ floors }: { floors: Floors }) => {
  const t = useTranslations("rules.try");
  const [text, setText] = useState<TriedText>({ content: "", stage: "before_booking", relation: "first_contact" });
  const { result, error, isBusy } = useTriedRules(text);
  return (
    <SettingsSection title={t("title")} lead={t("lead")}>
      <div className="grid gap-4">
        <LiveFields>
          <TextArea
            name="content"
            label={t("content")}
            rows={3}
            dir="auto"
            maxLength={limits.contentCharacters}
            value={text.content}
            onChange={({ target }) => setText({ ...text, content: target.value })}
          />
          <div className="grid gap-4 md:grid-cols-2">
            <SelectField
              label={t("stage")}
              value={text.stage}
              options={stages.map((value) => ({ value, label: t(`stages.${value}`) }))}
              onChange={(value) => setText({ ...text, stage: stages.find((one) => one === value) ?? text.stage })}
            />
            <SelectField
              label={t("relation")}
              value={text.relation}
              options={relations.map((value) => ({ value, label: t(`relations.${value}`) }))}
              onChange={(value) => setText({ ...text, relation: relations.find((one) => one === value) ?? text.relation })}
            />
          </div>
        </LiveFields>
        <div role="status" aria-busy={isBusy} className="grid gap-3 empty:hidden">
          {result && !error && <Result result={result} floors={floors} />}
        </div>
        <FormAlert>{error && <FormErrorText key={error.message} error={error} />}</FormAlert>
      </div>
    </SettingsSection>
  );
};

"use client";

import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import type { ScanRule } from "#lib/contract/scan.ts";

const places = ["first", "known", "booked"] as const;

const Tuned = ({ tuned: { by, at } }: { tuned: NonNullable<ScanRule["tuned"]> }) => {
  const t = useTranslations("rules");
  const { full } = useFormat();
  return <LocalTime iso={at} text={t("tuned", { name: by.name, when: full(at) })} className="text-[13px] text-accent-strong" />;
};

type RuleRowProps = { rule: ScanRule; onEdit: () => void };

/** One rule: what its readers are told, what it weighs, and how often it was found. */
export const RuleRow = ({ rule, onEdit }: RuleRowProps) => {
  const t = useTranslations("rules");
  const { rule: id, text, weights, defaults, tuned, warned, contested } = rule;
  return (
    <div className="grid gap-1.5">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <code className="font-medium text-[13.5px] [overflow-wrap:anywhere]">{id}</code>
          <p className="text-[14.5px] text-text-2">{text}</p>
        </div>
        <Button variant="secondary" size="s" aria-label={t("editNamed", { rule: id })} onClick={onEdit}>
          {t("edit")}
        </Button>
      </div>
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-[13px] text-text-2">
        {places.map((place) => (
          <div key={place} className="flex gap-1.5">
            <dt>{t(`place.${place}`)}</dt>
            <dd
              className={
                weights[place] === defaults[place] ? "text-text tabular-nums" : "font-semibold text-accent-strong tabular-nums"
              }
            >
              {weights[place]}
            </dd>
          </div>
        ))}
        <div className="flex gap-1.5">
          <dt>{t("warned")}</dt>
          <dd className="text-text tabular-nums">{warned}</dd>
        </div>
        {contested !== null && (
          <div className="flex gap-1.5">
            <dt>{t("contested")}</dt>
            <dd className="text-text tabular-nums">{contested}</dd>
          </div>
        )}
      </dl>
      {tuned && <Tuned tuned={tuned} />}
    </div>
  );
};

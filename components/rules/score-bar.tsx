"use client";

import { useTranslations } from "use-intl";
import type { ScanResult, ScanRules } from "#lib/contract/scan.ts";

const shades = ["bg-accent", "bg-tick-read", "bg-warn", "bg-danger"] as const;

type ScoreBarProps = { result: ScanResult; floors: ScanRules["floors"] };

/** How a score comes together: a part for each rule, and marks where something else begins. The list below says the same. */
export const ScoreBar = ({ result: { score, rules }, floors }: ScoreBarProps) => {
  const t = useTranslations("rules");
  const end = Math.max(score, floors.hold) * 1.05;
  const share = (part: number): string => `${(part / end) * 100}%`;
  return (
    <div aria-hidden="true" className="pb-2 md:pb-5">
      <div className="relative">
        <div className="flex h-3 overflow-hidden rounded-full bg-surface-2">
          {rules.map(({ rule, weight }, place) => (
            <div key={rule} className={shades[place % shades.length]} style={{ width: share(weight) }} />
          ))}
        </div>
        {(["warn", "bounce", "hold"] as const).map((outcome) => (
          <div key={outcome} className="absolute top-0 h-4 border-line-control border-l" style={{ left: share(floors[outcome]) }}>
            <span className="absolute top-4 hidden -translate-x-1/2 md:block whitespace-nowrap text-[11px] text-text-2">
              {t("floorAt", { outcome: t(`outcome.${outcome}`), score: String(floors[outcome]) })}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
};

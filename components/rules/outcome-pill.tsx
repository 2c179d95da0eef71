"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { ScanOutcome } from "#lib/contract/scan.ts";

const tones = {
  allow: "bg-accent-soft text-accent-strong",
  warn: "bg-warn-soft text-warn",
  bounce: "bg-danger-soft text-danger",
  hold: "bg-danger-soft text-danger",
} as const;

/** What would become of a message, as a pill. */
export const OutcomePill = ({ outcome }: { outcome: ScanOutcome }) => {
  const t = useTranslations("rules.outcome");
  return <span className={clsx("rounded-full px-2.5 py-0.5 font-semibold text-[13px]", tones[outcome])}>{t(outcome)}</span>;
};

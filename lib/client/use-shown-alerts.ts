"use client";

import { useSyncExternalStore } from "react";
import type { Alert, AlertSeverity } from "#lib/contract/alerts.ts";
import { dismissAlert, dismissedIds, onDismissal } from "./dismissed-alerts.ts";

const URGENCY: Record<AlertSeverity, number> = { critical: 0, warning: 1, info: 2 };

/** The alerts that a person has not put away, what is most urgent first; none before the browser knows which those are. */
export const useShownAlerts = (alerts: readonly Alert[], userId: string) => {
  const dismissed = useSyncExternalStore(
    onDismissal,
    () => dismissedIds(userId),
    () => null,
  );
  const away = new Set(dismissed?.split(" "));
  const shown = dismissed === null ? [] : alerts.filter(({ id }) => !away.has(id));
  return {
    shown: [...shown].sort((one, other) => URGENCY[one.severity] - URGENCY[other.severity]),
    dismiss: (id: string) => dismissAlert(userId, id),
  };
};

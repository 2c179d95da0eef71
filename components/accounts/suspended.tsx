"use client";

import { useTranslations } from "use-intl";
import { useFormat } from "#lib/client/use-format.ts";

/** That and till when somebody is kept out, in their own time zone. */
export const Suspended = ({ until }: { until: string | null }) => {
  const t = useTranslations("accounts");
  const { full } = useFormat();
  return <span suppressHydrationWarning>{until ? t("suspendedUntil", { date: full(until) }) : t("suspended")}</span>;
};

"use client";

import { useTranslations } from "use-intl";

/** A time to wait in words: '2 minutes' above a minute and a half, '45 seconds' below. */
export const useDuration = (): ((seconds: number) => string) => {
  const t = useTranslations("common.duration");
  return (seconds) => (seconds > 90 ? t("minutes", { count: Math.ceil(seconds / 60) }) : t("seconds", { count: seconds }));
};

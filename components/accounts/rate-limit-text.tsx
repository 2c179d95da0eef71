"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCountdown } from "#lib/client/use-countdown.ts";

/** '2 minutes' above a minute and a half, '45 seconds' below. */
const useDuration = () => {
  const t = useTranslations("common.duration");
  return (seconds: number) =>
    seconds > 90 ? t("minutes", { count: Math.ceil(seconds / 60) }) : t("seconds", { count: seconds });
};

/** How long to wait, counting down for the eye; a screen reader hears the whole time once, not each second. */
export const RateLimitText = ({ retryAfterMs }: { retryAfterMs: number }) => {
  const t = useTranslations("accounts");
  const duration = useDuration();
  const [deadline] = useState(() => Date.now() + retryAfterMs);
  const left = useCountdown(deadline);
  if (left === 0) return t("tryNow");
  return (
    <>
      <span className="sr-only">{t("rateLimited", { time: duration(Math.ceil(retryAfterMs / 1000)) })}</span>
      <span aria-hidden="true" className="tabular">
        {t("rateLimited", { time: duration(left) })}
      </span>
    </>
  );
};

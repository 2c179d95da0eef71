"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { CountdownText } from "#components/ui/countdown-text.tsx";
import { useDuration } from "#lib/client/use-duration.ts";

/** How long to wait before the next try. */
export const RateLimitText = ({ retryAfterMs }: { retryAfterMs: number }) => {
  const t = useTranslations("accounts");
  const duration = useDuration();
  const [deadline] = useState(() => Date.now() + retryAfterMs);
  const words = (seconds: number) => t("rateLimited", { time: duration(seconds) });
  return <CountdownText deadline={deadline} show={words} say={words} over={t("tryNow")} />;
};

"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import { CountdownText } from "#components/ui/countdown-text.tsx";
import { formatCountdown } from "#lib/client/format.ts";
import { useDuration } from "#lib/client/use-duration.ts";

/** When what waits in this conversation will be sent, after the server has asked for patience. */
export const HeldLine = ({ until }: { until: number }) => {
  const t = useTranslations("inbox.messages");
  const duration = useDuration();
  return (
    <p className="flex items-center gap-1.5 pt-1 text-[13px] text-text-2">
      <Clock aria-hidden="true" className="size-3.5" />
      <CountdownText
        deadline={until}
        show={(seconds) => t("held", { time: formatCountdown(seconds) })}
        say={(seconds) => t("held", { time: duration(seconds) })}
        over={t("heldOver")}
      />
    </p>
  );
};

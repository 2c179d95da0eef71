"use client";

import { useTranslations } from "use-intl";
import { usePage } from "#lib/client/realtime-context.ts";

/** What one must know of the messages that wait before one writes another. */
export const ComposerNotice = ({ isFull, isLost, gaps }: { isFull: boolean; isLost: boolean; gaps: string[] }) => {
  const t = useTranslations("inbox.composer");
  const isInMemory = usePage(
    ({ keeps, outbox, changes }) => !keeps && [...outbox, ...changes].some(({ state }) => state !== "failed"),
  );
  const others = isLost ? t("lost") : isFull ? t("full") : isInMemory ? t("notKept") : null;
  const words = gaps[0] ? t("unfilled", { gaps: gaps.join(", ") }) : others;
  return (
    <div role="status">{words && <p className="border-warn-line border-b bg-warn-soft px-5 py-2 text-[13.5px]">{words}</p>}</div>
  );
};

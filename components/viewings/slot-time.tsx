"use client";

import { useTimeZone, useTranslations } from "use-intl";
import { formatSlot } from "#lib/client/format-slot.ts";
import type { ViewingSlot } from "#lib/contract/viewings.ts";

type SlotTimeProps = { slot: ViewingSlot; timeZone: string };

/** A time on the home's clock; and on the reader's, where that shows something else. */
export const SlotTime = ({ slot, timeZone }: SlotTimeProps) => {
  const t = useTranslations("viewings.show");
  const own = useTimeZone() ?? "UTC";
  const there = formatSlot(slot, { timeZone });
  const here = formatSlot(slot, { timeZone: own });
  return (
    <span className="grid">
      <time dateTime={slot.startsAt} className="font-semibold">
        {there}
      </time>
      <span suppressHydrationWarning className="text-[13px] text-text-2 empty:hidden">
        {here !== there && t("yours", { time: here })}
      </span>
    </span>
  );
};

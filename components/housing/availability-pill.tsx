import clsx from "clsx";
import { formatCalendarDate } from "#lib/client/format.ts";
import { translator } from "#lib/client/texts/translator.ts";
import type { Availability } from "./availability.ts";

const words = (availability: Availability) => {
  const t = translator("housing");
  if (availability.state === "from") return t("availability.freeFrom", { date: formatCalendarDate(availability.date) });
  return availability.count ? t("availability.free", { count: String(availability.count) }) : t("availability.freeNow");
};

/** When one can move in. `onPhoto` keeps it readable on any picture. */
export const AvailabilityPill = ({ availability, onPhoto = false }: { availability: Availability; onPhoto?: boolean }) => (
  <span
    className={clsx(
      "tabular inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-semibold text-[12.5px] text-text",
      onPhoto ? "bg-surface shadow-1" : "bg-surface-2",
    )}
  >
    <span
      aria-hidden="true"
      className={clsx("size-2 rounded-full", availability.state === "free" ? "bg-state-free" : "bg-state-soon")}
    />
    {words(availability)}
  </span>
);

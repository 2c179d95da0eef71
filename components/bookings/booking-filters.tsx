"use client";

import clsx from "clsx";
import type { MouseEvent } from "react";
import { useTranslations } from "use-intl";
import { type BookingShow, bookingShows } from "#lib/client/query-keys.ts";

export const showHref = (show: BookingShow): string => (show === "all" ? "/bookings" : `/bookings?show=${show}`);

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** Which bookings are shown: links, which nothing needs to fetch while the page is alive. */
export const BookingFilters = ({ current, onShow }: { current: BookingShow; onShow: (show: BookingShow) => void }) => {
  const t = useTranslations("bookings.page");
  return (
    <nav aria-label={t("filters")}>
      <ul className="flex flex-wrap gap-1">
        {bookingShows.map((show) => (
          <li key={show}>
            <a
              href={showHref(show)}
              aria-current={show === current ? "page" : undefined}
              onClick={(event) => {
                if (!isPlain(event)) return;
                event.preventDefault();
                onShow(show);
              }}
              className={clsx(
                "inline-flex min-h-11 items-center rounded-full px-4 font-medium text-[14px] md:min-h-9",
                show === current ? "bg-accent-soft text-accent-strong" : "text-text-2 hover:bg-surface-2",
              )}
            >
              {t(`show.${show}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

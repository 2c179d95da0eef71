"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { BookingStatus } from "#lib/contract/bookings.ts";

const over = "bg-surface-2 text-text-2";

const looks: Record<BookingStatus, string> = {
  requested: "bg-warn-soft text-warn",
  approved: "bg-accent-soft text-accent-strong",
  confirmed: "bg-accent text-on-accent",
  checked_in: "bg-accent text-on-accent",
  completed: over,
  declined: over,
  withdrawn: over,
  cancelled: "bg-danger-soft text-danger",
  expired: over,
};

/** Where a booking stands, in a word. */
export const BookingBadge = ({ status }: { status: BookingStatus }) => (
  <span className={clsx("shrink-0 whitespace-nowrap rounded-full px-2.5 py-0.5 font-semibold text-[12.5px]", looks[status])}>
    {useTranslations("bookings.badge")(status)}
  </span>
);

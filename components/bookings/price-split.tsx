"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { formatPrice } from "#lib/client/format.ts";
import type { BookingPrice } from "#lib/contract/bookings.ts";

type PartProps = { label: string; cents: number; isSum?: boolean };

const Part = ({ label, cents, isSum = false }: PartProps) => (
  <div className="flex items-baseline justify-between gap-3">
    <dt className={isSum ? "font-medium" : "text-text-2"}>{label}</dt>
    <dd className={clsx("tabular", isSum && "font-semibold")}>{formatPrice(cents)}</dd>
  </div>
);

/** What a stay costs, and what of it is paid first. */
export const PriceSplit = ({ price }: { price: BookingPrice }) => {
  const t = useTranslations("bookings.price");
  return (
    <dl className="grid gap-1 text-[14px]">
      <Part label={t("rent")} cents={price.rentCents} />
      <Part label={t("stay")} cents={price.stayCents} />
      <Part label={t("deposit")} cents={price.depositCents} />
      <Part label={t("first")} cents={price.firstPaymentCents} isSum />
    </dl>
  );
};

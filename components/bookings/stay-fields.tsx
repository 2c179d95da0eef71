"use client";

import { useTranslations } from "use-intl";
import { TextField } from "#components/ui/text-field.tsx";
import { priceOf } from "#lib/contract/stay-price.ts";
import { checkStay, dayAfter, type Stay, type StayErrors } from "./check-stay.ts";
import { PriceSplit } from "./price-split.tsx";

type FieldsProps = {
  stay: Stay;
  errors: StayErrors;
  /** The first day that can be chosen. */
  min: string | undefined;
  today: string;
  onChange: (stay: Stay) => void;
};

/** The first day and the day of leaving. */
export const StayFields = ({ stay, errors, min, today, onChange }: FieldsProps) => {
  const t = useTranslations("bookings.stay");
  const words = (key: StayErrors["from"]) => key && t(key);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <TextField
        type="date"
        name="from"
        required
        label={t("from")}
        value={stay.from}
        min={min}
        error={words(errors.from)}
        onChange={(event) => onChange({ ...stay, from: event.target.value })}
      />
      <TextField
        type="date"
        name="to"
        required
        label={t("to")}
        hint={t("toHint")}
        value={stay.to}
        min={dayAfter(stay.from || today, 1)}
        error={words(errors.to)}
        onChange={(event) => onChange({ ...stay, to: event.target.value })}
      />
    </div>
  );
};

type PreviewProps = { room: { rentCents: number; depositCents: number }; stay: Stay; today: string };

/** What the chosen days would cost, as the server will reckon it. */
export const StayPrice = ({ room, stay, today }: PreviewProps) => {
  const t = useTranslations("bookings");
  const isStay = Object.keys(checkStay(stay, { today, mayHaveBegun: true })).length === 0;
  return (
    <div className="rounded-card bg-surface-2 p-3.5">
      {isStay ? <PriceSplit price={priceOf(room, stay)} /> : <p className="text-[14px] text-text-2">{t("stay.noPrice")}</p>}
    </div>
  );
};

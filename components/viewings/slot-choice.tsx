"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { useNow } from "#lib/client/use-now.ts";
import type { ViewingSlot } from "#lib/contract/viewings.ts";
import { SlotTime } from "./slot-time.tsx";

const MINUTE_MS = 60_000;

const choiceClass = clsx(
  "flex min-h-11 cursor-pointer items-center gap-3 rounded-card border border-line-control px-3 py-2 hover:bg-surface-2",
  "has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent",
  "has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:text-text-3",
  "has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
);

type SlotChoiceProps = {
  /** Unlike that of any other choice on the page. */
  name: string;
  legend: string;
  slots: readonly ViewingSlot[];
  timeZone: string;
  chosen: string | undefined;
  onChoose: (startsAt: string) => void;
};

/** The times that the other one offers, of which one can be chosen: those that are still to come. */
export const SlotChoice = ({ name, legend, slots, timeZone, chosen, onChoose }: SlotChoiceProps) => {
  const t = useTranslations("viewings.show");
  const now = useNow(MINUTE_MS).toISOString();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-[14px] text-text-2">{legend}</legend>
      {slots.map((slot) => (
        <label key={slot.startsAt} className={choiceClass}>
          <input
            type="radio"
            name={name}
            value={slot.startsAt}
            checked={chosen === slot.startsAt}
            disabled={slot.startsAt <= now}
            onChange={() => onChoose(slot.startsAt)}
            className="size-4 shrink-0 accent-accent outline-none"
          />
          <SlotTime slot={slot} timeZone={timeZone} />
          {slot.startsAt <= now && <span className="ml-auto text-[13px]">{t("passed")}</span>}
        </label>
      ))}
    </fieldset>
  );
};

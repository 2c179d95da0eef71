"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTimeZone, useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { formatSlot } from "#lib/client/format-slot.ts";
import type { SlotForm } from "#lib/client/use-slot-form.ts";
import { type DraftTime, instantOf, isTwice } from "#lib/client/viewing-draft.ts";
import { localOf } from "#lib/client/zoned-time.ts";
import { limits } from "#lib/contract/limits.ts";

const MINUTES = [15, 30, 45, 60, 90] as const;

type TimeFieldProps = { form: SlotForm; time: DraftTime; number: number };

/** What the field means on the reader's own clock, where that shows something else. */
const useOwnClock = ({ timeZone, minutes }: SlotForm, time: DraftTime): string | undefined => {
  const t = useTranslations("viewings.show");
  const own = useTimeZone() ?? "UTC";
  const at = instantOf(time, timeZone);
  if (!at) return undefined;
  const slot = { startsAt: at.toISOString(), minutes };
  const here = formatSlot(slot, { timeZone: own });
  return here === formatSlot(slot, { timeZone }) ? undefined : t("yours", { time: here });
};

const TimeField = ({ form, time, number }: TimeFieldProps) => {
  const t = useTranslations("viewings.form");
  const hint = useOwnClock(form, time);
  const flaw = form.flaws.get(time.key);
  return (
    <li className="grid gap-2">
      <div className="flex items-end gap-1.5">
        <TextField
          type="datetime-local"
          label={t("time", { number: String(number) })}
          value={time.local}
          min={localOf(new Date(), form.timeZone)}
          onChange={(event) => form.change(time.key, { local: event.target.value })}
          hint={hint}
          error={flaw && t(`flaw.${flaw}`)}
          className="flex-1"
        />
        {form.times.length > 1 && (
          <IconButton
            label={t("remove", { number: String(number) })}
            icon={<Trash2 aria-hidden="true" className="size-5" />}
            onClick={() => form.remove(time.key)}
            className="self-start mt-[27px]"
          />
        )}
      </div>
      {isTwice(time.local, form.timeZone) && (
        <SelectField
          label={t("twice")}
          value={time.isSecond ? "second" : "first"}
          onChange={(value) => form.change(time.key, { isSecond: value === "second" })}
          options={[
            { value: "first", label: t("first") },
            { value: "second", label: t("second") },
          ]}
        />
      )}
    </li>
  );
};

/** Up to five times on the home's clock, and how long each is. */
export const TimeFields = ({ form, city }: { form: SlotForm; city: string }) => {
  const t = useTranslations("viewings.form");
  const own = useTimeZone() ?? "UTC";
  const now = new Date();
  const isElsewhere = localOf(now, own) !== localOf(now, form.timeZone);
  return (
    <div className="grid gap-3">
      <p className="text-[14px] text-text-2">{t(isElsewhere ? "clockElsewhere" : "clock", { city })}</p>
      <ul className="grid gap-3">
        {form.times.map((time, index) => (
          <TimeField key={time.key} form={form} time={time} number={index + 1} />
        ))}
      </ul>
      {form.times.length < limits.viewingSlots && (
        <Button variant="quiet" size="s" onClick={form.add} className="justify-self-start">
          <Plus aria-hidden="true" className="size-4" />
          {t("add")}
        </Button>
      )}
      <SelectField
        label={t("minutes")}
        value={String(form.minutes)}
        onChange={(value) => form.setMinutes(Number(value))}
        options={MINUTES.map((minutes) => ({ value: String(minutes), label: t("minutesOption", { minutes: String(minutes) }) }))}
      />
    </div>
  );
};

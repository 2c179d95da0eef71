"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { QuietHours } from "#lib/contract/notification-preferences.ts";
import { SettingsSection } from "./settings-section.tsx";

/** What most people mean by night. */
const NIGHT = { from: "22:00", until: "07:00" };

const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

type HoursProps = { hours: QuietHours; onChange: (hours: QuietHours) => void };

/** The two times. What is half typed stays here; what is a pair is handed on. */
const Hours = ({ hours, onChange }: HoursProps) => {
  const t = useTranslations("notifications.quiet");
  const [typed, setTyped] = useState({ from: hours.from, until: hours.until });
  const isSame = typed.from === typed.until;
  const change = (part: Partial<typeof typed>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    if (next.from !== "" && next.until !== "" && next.from !== next.until) onChange({ ...next, timeZone: ownZone() });
  };
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-2 items-start gap-3 sm:max-w-80">
        <TextField type="time" label={t("from")} value={typed.from} onChange={(event) => change({ from: event.target.value })} />
        <TextField
          type="time"
          label={t("until")}
          value={typed.until}
          error={isSame ? t("same") : undefined}
          onChange={(event) => change({ until: event.target.value })}
        />
      </div>
      <p className="text-[14px] text-text-2">{t("zone", { timeZone: hours.timeZone })}</p>
    </div>
  );
};

type QuietHoursSectionProps = { hours: QuietHours | null; onChange: (hours: QuietHours | null) => void };

/** When only what is urgent gets through. */
export const QuietHoursSection = ({ hours, onChange }: QuietHoursSectionProps) => {
  const t = useTranslations("notifications.quiet");
  return (
    <SettingsSection title={t("title")} lead={t("lead")}>
      <div className="grid gap-4">
        <Switch
          label={t("switch")}
          hint={t("hint")}
          checked={hours !== null}
          onChange={(on) => onChange(on ? { ...NIGHT, timeZone: ownZone() } : null)}
        />
        {hours && (
          <LiveFields>
            <Hours hours={hours} onChange={onChange} />
          </LiveFields>
        )}
      </div>
    </SettingsSection>
  );
};

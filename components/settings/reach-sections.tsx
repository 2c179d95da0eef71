"use client";

import { useTranslations } from "use-intl";
import { Notice } from "#components/ui/notice.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { useNotificationPreferences } from "#lib/client/use-notification-preferences.ts";
import type { NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import { QuietHoursSection } from "./quiet-hours-section.tsx";
import { SettingsSection } from "./settings-section.tsx";

type Channels = NotificationPreferences["channels"];

/** What reaches one by which way, and when nothing may. Each wish takes hold at once. */
export const ReachSections = ({ initial }: { initial: NotificationPreferences }) => {
  const t = useTranslations("notifications.reach");
  const { shown, change, isSaved, isFailed } = useNotificationPreferences(initial);
  const { bookings, viewings, messages, mentions } = shown.channels;
  const choose = (channels: Partial<Channels>) => change({ ...shown, channels: { ...shown.channels, ...channels } });
  return (
    <>
      <SettingsSection title={t("title")} lead={t("lead")}>
        <div className="grid gap-5">
          <Switch
            label={t("bookingsPush")}
            hint={t("bookingsPushHint")}
            checked={bookings.push}
            onChange={(push) => choose({ bookings: { ...bookings, push } })}
          />
          <Switch
            label={t("bookingsEmail")}
            hint={t("bookingsEmailHint")}
            checked={bookings.email}
            onChange={(email) => choose({ bookings: { ...bookings, email } })}
          />
          <Switch
            label={t("viewingsPush")}
            hint={t("viewingsPushHint")}
            checked={viewings.push}
            onChange={(push) => choose({ viewings: { ...viewings, push } })}
          />
          <Switch
            label={t("viewingsEmail")}
            hint={t("viewingsEmailHint")}
            checked={viewings.email}
            onChange={(email) => choose({ viewings: { ...viewings, email } })}
          />
          <Switch
            label={t("messagesPush")}
            hint={t("messagesPushHint")}
            checked={messages.push}
            onChange={(push) => choose({ messages: { ...messages, push } })}
          />
          <Switch
            label={t("mentionsPush")}
            hint={t("mentionsPushHint")}
            checked={mentions.push}
            onChange={(push) => choose({ mentions: { push } })}
          />
          <Switch
            label={t("digest")}
            hint={t("digestHint")}
            checked={messages.email}
            onChange={(email) => choose({ messages: { ...messages, email } })}
          />
        </div>
      </SettingsSection>
      <QuietHoursSection hours={shown.quietHours} onChange={(quietHours) => change({ ...shown, quietHours })} />
      <div role="status" className="text-[14px] text-text-2 empty:hidden">
        {isSaved && t("saved")}
      </div>
      <div role="alert" className="empty:hidden">
        {isFailed && <Notice tone="danger">{t("failed")}</Notice>}
      </div>
    </>
  );
};

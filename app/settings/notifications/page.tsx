import type { Metadata } from "next";
import { PushSection } from "#components/settings/push-section.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { member } from "../../visitor.ts";

const t = translator("notifications");

export const metadata: Metadata = { title: t("settings.title") };

const NotificationSettingsPage = async () => {
  await member();
  return (
    <SettingsPage title={t("settings.title")} lead={t("settings.lead")}>
      <PushSection />
    </SettingsPage>
  );
};

export default NotificationSettingsPage;

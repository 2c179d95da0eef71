import type { Metadata } from "next";
import { PushSection } from "#components/settings/push-section.tsx";
import { ReachSections } from "#components/settings/reach-sections.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("notifications");

export const metadata: Metadata = { title: t("settings.title") };

const NotificationSettingsPage = async () => {
  const actor = await member();
  return (
    <SettingsPage title={t("settings.title")} lead={t("settings.lead")}>
      <PushSection />
      <ReachSections initial={await runtime().services.notificationPreferences.get(actor)} />
    </SettingsPage>
  );
};

export default NotificationSettingsPage;

import type { Metadata } from "next";
import { Devices } from "#components/settings/devices.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("settings");

export const metadata: Metadata = { title: t("devices.title") };

const DevicesPage = async () => {
  const items = await runtime().services.sessions.list(await member());
  return (
    <SettingsPage title={t("devices.title")} lead={t("devices.lead")}>
      <SettingsSection title={t("devices.listTitle")}>
        <Devices initial={{ items }} />
      </SettingsSection>
    </SettingsPage>
  );
};

export default DevicesPage;

import type { Metadata } from "next";
import { PrivacySwitches } from "#components/settings/privacy-switches.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("safety");

export const metadata: Metadata = { title: t("privacy.title") };

const PrivacyPage = async () => {
  const actor = await member();
  return (
    <SettingsPage title={t("privacy.title")} lead={t("privacy.lead")}>
      <PrivacySwitches initial={await runtime().services.preferences.get(actor)} />
    </SettingsPage>
  );
};

export default PrivacyPage;

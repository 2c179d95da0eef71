import type { Metadata } from "next";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { member } from "../../visitor.ts";

const t = translator("settings");

export const metadata: Metadata = { title: t("account.title") };

const AccountPage = async () => {
  const { name } = await member();
  return (
    <SettingsPage title={t("account.title")}>
      <SettingsSection title={t("account.nameTitle")}>
        <p>{name}</p>
      </SettingsSection>
    </SettingsPage>
  );
};

export default AccountPage;

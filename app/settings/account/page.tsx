import type { Metadata } from "next";
import { EmailState } from "#components/settings/email-state.tsx";
import { PasswordForm } from "#components/settings/password-form.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("settings");

export const metadata: Metadata = { title: t("account.title") };

const AccountPage = async () => {
  const actor = await member();
  const account = await runtime().services.accounts.own(actor);
  return (
    <SettingsPage title={t("account.title")} lead={t("account.lead")}>
      <SettingsSection title={t("account.youTitle")}>
        <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-[8rem_1fr] sm:gap-y-3">
          <dt className="font-medium text-sm text-text-2">{t("account.name")}</dt>
          <dd className="-mt-3 sm:mt-0">{actor.name}</dd>
          <dt className="font-medium text-sm text-text-2">{t("account.email")}</dt>
          <dd className="-mt-3 sm:mt-0">
            <EmailState {...account} />
          </dd>
        </dl>
      </SettingsSection>
      <SettingsSection title={t("account.passwordTitle")} lead={t("account.passwordLead")}>
        <PasswordForm />
      </SettingsSection>
    </SettingsPage>
  );
};

export default AccountPage;

import type { Metadata } from "next";
import { AccountPanel } from "#components/accounts/account-panel.tsx";
import { VerifyEmail } from "#components/accounts/verify-email.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { visit } from "../visitor.ts";

const t = translator("accounts");

export const metadata: Metadata = {
  title: t("verify.title"),
  description: t("verify.metaDescription"),
  robots: { index: false },
  referrer: "no-referrer",
};

const VerifyEmailPage = async () => (
  <PublicPage {...(await visit())}>
    <AccountPanel title={t("verify.title")} lead={t("verify.lead")}>
      <VerifyEmail />
    </AccountPanel>
  </PublicPage>
);

export default VerifyEmailPage;

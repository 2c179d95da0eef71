import type { Metadata } from "next";
import Link from "next/link";
import { AccountPanel } from "#components/accounts/account-panel.tsx";
import { ResetForm } from "#components/accounts/reset-form.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { visit } from "../visitor.ts";

const t = translator("accounts");

export const metadata: Metadata = {
  title: t("reset.title"),
  description: t("forgot.metaDescription"),
  robots: { index: false },
  referrer: "no-referrer",
};

const ResetPasswordPage = async () => {
  const footer = (
    <Link href="/sign-in" className="font-semibold text-accent-strong underline">
      {t("forgot.back")}
    </Link>
  );
  return (
    <PublicPage {...(await visit())}>
      <AccountPanel title={t("reset.title")} lead={t("reset.lead")} footer={footer}>
        <ResetForm />
      </AccountPanel>
    </PublicPage>
  );
};

export default ResetPasswordPage;

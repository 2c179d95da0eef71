import type { Metadata } from "next";
import Link from "next/link";
import { AccountPanel } from "#components/accounts/account-panel.tsx";
import { ForgotForm } from "#components/accounts/forgot-form.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { visit } from "../visitor.ts";

const t = translator("accounts");

export const metadata: Metadata = { title: t("forgot.title"), description: t("forgot.metaDescription") };

const ForgotPasswordPage = async () => {
  const footer = (
    <Link href="/sign-in" className="font-semibold text-accent-strong underline">
      {t("forgot.back")}
    </Link>
  );
  return (
    <PublicPage {...(await visit())}>
      <AccountPanel title={t("forgot.title")} lead={t("forgot.lead")} footer={footer}>
        <ForgotForm mailsHref={runtime().shownMails && "/dev/mails"} />
      </AccountPanel>
    </PublicPage>
  );
};

export default ForgotPasswordPage;

import type { Metadata } from "next";
import { AccountPanel } from "#components/accounts/account-panel.tsx";
import { Unsubscribe } from "#components/accounts/unsubscribe.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { visit } from "../visitor.ts";

const t = translator("accounts");

export const metadata: Metadata = {
  title: t("unsubscribe.title"),
  description: t("unsubscribe.metaDescription"),
  robots: { index: false },
  referrer: "no-referrer",
};

const UnsubscribePage = async () => (
  <PublicPage {...(await visit())}>
    <AccountPanel title={t("unsubscribe.title")} lead={t("unsubscribe.lead")}>
      <Unsubscribe />
    </AccountPanel>
  </PublicPage>
);

export default UnsubscribePage;

import type { Metadata } from "next";
import { OwnContests } from "#components/moderation/own-contests.tsx";
import { OwnReports } from "#components/moderation/own-reports.tsx";
import { OwnSanctions } from "#components/moderation/own-sanctions.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("moderation");

export const metadata: Metadata = { title: t("own.title") };

const ReportsPage = async () => {
  const actor = await member();
  const { contests, reports, sanctions } = runtime().services;
  return (
    <SettingsPage title={t("own.title")}>
      <OwnReports initial={await reports.list(actor)} />
      <OwnSanctions initial={await sanctions.own(actor)} />
      <OwnContests initial={await contests.own(actor)} />
    </SettingsPage>
  );
};

export default ReportsPage;

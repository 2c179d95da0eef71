import type { Metadata } from "next";
import { OwnReports } from "#components/moderation/own-reports.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("moderation");

export const metadata: Metadata = { title: t("own.title") };

const ReportsPage = async () => (
  <SettingsPage title={t("own.title")}>
    <OwnReports initial={await runtime().services.reports.list(await member())} />
  </SettingsPage>
);

export default ReportsPage;

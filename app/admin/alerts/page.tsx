import type { Metadata } from "next";
import { DeskHead } from "#components/admin/desk-head.tsx";
import { AlertDesk } from "#components/alerts/alert-desk.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("alerts");
const FIRST = 30;

export const metadata: Metadata = { title: t("title") };

const AlertsPage = async () => {
  const actor = await member();
  // The layout tells anybody else that this page is not for them.
  if (actor.role !== "admin") return null;
  return (
    <>
      <DeskHead title={t("title")} lead={t("lead")} />
      <AlertDesk initial={await runtime().services.alerts.list(actor, { limit: FIRST })} />
    </>
  );
};

export default AlertsPage;

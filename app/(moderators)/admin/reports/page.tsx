import type { Metadata } from "next";
import { DeskHead } from "#components/admin/desk-head.tsx";
import { ExportLink } from "#components/admin/export-link.tsx";
import { AppealDesk } from "#components/moderation/appeal-desk.tsx";
import { ContestDesk } from "#components/moderation/contest-desk.tsx";
import { ReportQueue } from "#components/moderation/report-queue.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../../visitor.ts";

const t = translator("moderation");
const FIRST = 30;

export const metadata: Metadata = { title: t("queue.title") };

type Props = { searchParams: Promise<{ show?: string | string[] }> };

const AdminReportsPage = async ({ searchParams }: Props) => {
  const actor = await member();
  // The layout tells anybody else that this page is not for them.
  if (actor.role !== "admin" && actor.role !== "moderator") return null;
  const isDecided = (await searchParams).show === "decided";
  const { decisions, appeals, contests } = runtime().services;
  const found = await decisions.list(actor, { limit: FIRST, ...(isDecided ? { status: "decided" } : {}) });
  return (
    <>
      <DeskHead title={t("queue.title")} lead={t("queue.lead")}>
        {actor.role === "admin" && <ExportLink of="reports" />}
      </DeskHead>
      <ReportQueue key={isDecided ? "decided" : "waiting"} show={isDecided ? "decided" : "waiting"} initial={found} />
      <AppealDesk initial={await appeals.list(actor)} selfId={actor.userId} />
      <ContestDesk initial={await contests.list(actor)} />
    </>
  );
};

export default AdminReportsPage;

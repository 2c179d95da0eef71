import type { Metadata } from "next";
import { DeskHead } from "#components/admin/desk-head.tsx";
import { ExportLink } from "#components/admin/export-link.tsx";
import { JobDesk } from "#components/jobs/job-desk.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("jobs");
const FIRST = 30;

export const metadata: Metadata = { title: t("title") };

const JobsPage = async () => {
  const actor = await member();
  // The layout tells anybody else that this page is not for them.
  if (actor.role !== "admin") return null;
  return (
    <>
      <DeskHead title={t("title")} lead={t("lead")}>
        <ExportLink of="jobs" />
      </DeskHead>
      <JobDesk initial={await runtime().services.jobs.list(actor, { state: "dead", limit: FIRST })} />
    </>
  );
};

export default JobsPage;

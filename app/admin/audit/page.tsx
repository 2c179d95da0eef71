import type { Metadata } from "next";
import { DeskHead } from "#components/admin/desk-head.tsx";
import { ExportLink } from "#components/admin/export-link.tsx";
import { AuditLog } from "#components/audit/audit-log.tsx";
import { AuditVerdict } from "#components/audit/audit-verdict.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("audit");
const FIRST = 30;

export const metadata: Metadata = { title: t("title") };

const AuditLogPage = async () => {
  const actor = await member();
  // The layout tells anybody else that this page is not for them.
  if (actor.role !== "admin") return null;
  return (
    <>
      <DeskHead title={t("title")} lead={t("lead")}>
        <ExportLink of="audit" />
      </DeskHead>
      <AuditVerdict />
      <AuditLog initial={await runtime().services.audit.list(actor, { limit: FIRST })} />
    </>
  );
};

export default AuditLogPage;

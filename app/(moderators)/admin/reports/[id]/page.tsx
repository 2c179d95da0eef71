import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportCase } from "#components/moderation/report-case.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { Id } from "#lib/contract/primitives.ts";
import { runtime } from "#lib/server/runtime.ts";
import { failureCode } from "../../../../failure-code.ts";
import { member } from "../../../../visitor.ts";

export const metadata: Metadata = { title: translator("moderation")("queue.title") };

type Props = { params: Promise<{ id: string }> };

/** Read once for each look: who reads it is put down. */
const caseOf = async (id: string) => {
  if (!Id.safeParse(id).success) return notFound();
  try {
    return await runtime().services.decisions.read(await member(), id);
  } catch (error) {
    if (failureCode(error) === "not_found") return notFound();
    throw error;
  }
};

const AdminReportPage = async ({ params }: Props) => {
  const { role } = await member();
  if (role !== "admin" && role !== "moderator") return null;
  return <ReportCase initial={await caseOf((await params).id)} />;
};

export default AdminReportPage;

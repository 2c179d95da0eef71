import { desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { OwnReport, ReportStatus } from "#lib/contract/reports.ts";
import type { Db } from "#lib/db/client.ts";
import { reports, users } from "#lib/db/schema/index.ts";

const reported = alias(users, "reported");
const OWN_MOST = 100;

type Progress = { claimedBy: string | null; decidedAt: Date | null };

export const statusOf = ({ claimedBy, decidedAt }: Progress): ReportStatus => {
  if (decidedAt) return "decided";
  return claimedBy ? "claimed" : "open";
};

const selectOwn = (db: Db) =>
  db
    .select({
      id: reports.id,
      reporterId: reports.reporterId,
      personId: reported.id,
      personName: reported.name,
      conversationId: reports.conversationId,
      listingId: reports.listingId,
      messageId: reports.messageId,
      reason: reports.reason,
      note: reports.note,
      claimedBy: reports.claimedBy,
      outcome: reports.outcome,
      createdAt: reports.createdAt,
      decidedAt: reports.decidedAt,
    })
    .from(reports)
    .innerJoin(reported, eq(reported.id, reports.reportedId));

type OwnRow = Awaited<ReturnType<typeof selectOwn>>[number];

const presentOwn = (row: OwnRow): OwnReport => ({
  id: row.id,
  person: { id: row.personId, name: row.personName },
  conversationId: row.conversationId,
  listingId: row.listingId,
  messageId: row.messageId,
  reason: row.reason,
  note: row.note,
  status: statusOf(row),
  outcome: row.outcome,
  createdAt: row.createdAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

/** The reports of a person, the newest first. */
export const findOwnReports = async (db: Db, reporterId: string): Promise<OwnReport[]> => {
  const rows = await selectOwn(db)
    .where(eq(reports.reporterId, reporterId))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(OWN_MOST);
  return rows.map(presentOwn);
};

/** A report as the one who made it sees it, and whose it is. */
export const findOwnReport = async (db: Db, id: string): Promise<{ reporterId: string; report: OwnReport } | undefined> => {
  const [row] = await selectOwn(db).where(eq(reports.id, id));
  return row && { reporterId: row.reporterId, report: presentOwn(row) };
};

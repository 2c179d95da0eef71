import { and, asc, desc, eq, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { EvidenceLine, QueuedReport, QueueState, ReportHistory, ReportStatus } from "#lib/contract/reports.ts";
import type { Db } from "#lib/db/client.ts";
import { reports, users } from "#lib/db/schema/index.ts";
import { statusOf } from "./report.reader.ts";

const reporters = alias(users, "reporters");
const reported = alias(users, "reported");
const claimers = alias(users, "claimers");
const deciders = alias(users, "deciders");

const SIMILAR_MOST = 20;

const selectQueued = (db: Db) =>
  db
    .select({
      id: reports.id,
      reporter: { id: reporters.id, name: reporters.name, role: reporters.role },
      reported: { id: reported.id, name: reported.name, role: reported.role },
      conversationId: reports.conversationId,
      listingId: reports.listingId,
      messageId: reports.messageId,
      reason: reports.reason,
      note: reports.note,
      outcome: reports.outcome,
      claimedBy: reports.claimedBy,
      claimerName: claimers.name,
      decidedBy: reports.decidedBy,
      deciderName: deciders.name,
      createdAt: reports.createdAt,
      decidedAt: reports.decidedAt,
      similar: sql<number>`(select count(*)::int from reports others where others.reported_id = ${reports.reportedId}
        and others.id <> ${reports.id} and others.decided_at is null)`,
    })
    .from(reports)
    .innerJoin(reporters, eq(reporters.id, reports.reporterId))
    .innerJoin(reported, eq(reported.id, reports.reportedId))
    .leftJoin(claimers, eq(claimers.id, reports.claimedBy))
    .leftJoin(deciders, eq(deciders.id, reports.decidedBy));

type Row = Awaited<ReturnType<typeof selectQueued>>[number];

const personOf = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? "" });

const present = ({ claimerName, deciderName, ...row }: Row): QueuedReport => ({
  ...row,
  status: statusOf(row),
  claimedBy: personOf(row.claimedBy, claimerName),
  decidedBy: personOf(row.decidedBy, deciderName),
  createdAt: row.createdAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

const ofStatus = (status: ReportStatus | undefined): SQL | undefined => {
  switch (status) {
    case "open":
      return and(isNull(reports.decidedAt), isNull(reports.claimedBy));
    case "claimed":
      return and(isNull(reports.decidedAt), isNotNull(reports.claimedBy));
    case "decided":
      return isNotNull(reports.decidedAt);
    default:
      return isNull(reports.decidedAt);
  }
};

const notPartOf = (userId: string) => and(ne(reports.reporterId, userId), ne(reports.reportedId, userId));

type Page = { viewerId: string; status: ReportStatus | undefined; after: { at: Date; id: string } | undefined; limit: number };

/** The reports of a status that the viewer is no part of: what waits the longest comes first, of what is decided the newest. */
export const findQueue = async (db: Db, { viewerId, status, after, limit }: Page): Promise<QueuedReport[]> => {
  const isNewestFirst = status === "decided";
  const place = after && sql`(${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
  const beyond =
    place &&
    (isNewestFirst
      ? sql`(${reports.createdAt}, ${reports.id}) < ${place}`
      : sql`(${reports.createdAt}, ${reports.id}) > ${place}`);
  const order = isNewestFirst ? desc : asc;
  const rows = await selectQueued(db)
    .where(and(ofStatus(status), notPartOf(viewerId), beyond))
    .orderBy(order(reports.createdAt), order(reports.id))
    .limit(limit);
  return rows.map(present);
};

type FiledPage = Pick<Page, "viewerId" | "after" | "limit">;

/** All reports that the viewer is no part of, decided or not, the newest first. */
export const findFiledReports = async (db: Db, { viewerId, after, limit }: FiledPage): Promise<QueuedReport[]> => {
  const beyond =
    after && sql`(${reports.createdAt}, ${reports.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
  const rows = await selectQueued(db)
    .where(and(notPartOf(viewerId), beyond))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(limit);
  return rows.map(present);
};

type Filed = { report: QueuedReport; evidence: EvidenceLine[]; decisionNote: string | null };

/** A report with its evidence. */
export const findFiled = async (db: Db, id: string): Promise<Filed | undefined> => {
  const [row] = await selectQueued(db).where(eq(reports.id, id));
  const [kept] = await db
    .select({ evidence: reports.evidence, decisionNote: reports.decisionNote })
    .from(reports)
    .where(eq(reports.id, id));
  return row && kept && { report: present(row), ...kept };
};

/** Other open reports about the same person, the newest first. */
export const findSimilar = async (db: Db, { id, reported: { id: reportedId } }: QueuedReport): Promise<QueuedReport[]> => {
  const rows = await selectQueued(db)
    .where(and(eq(reports.reportedId, reportedId), ne(reports.id, id), isNull(reports.decidedAt)))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(SIMILAR_MOST);
  return rows.map(present);
};

/** What there was with a person, over all reports. */
export const findReportHistory = async (db: Db, userId: string): Promise<ReportHistory> => {
  const count = (where: SQL) => sql<number>`count(*) filter (where ${where})::int`;
  const [row] = await db
    .select({
      filed: count(sql`${reports.reporterId} = ${userId}`),
      filedActed: count(sql`${reports.reporterId} = ${userId} and ${reports.outcome} = 'acted'`),
      received: count(sql`${reports.reportedId} = ${userId}`),
      receivedActed: count(sql`${reports.reportedId} = ${userId} and ${reports.outcome} = 'acted'`),
    })
    .from(reports)
    .where(sql`${reports.reporterId} = ${userId} or ${reports.reportedId} = ${userId}`);
  return row ?? { filed: 0, filedActed: 0, received: 0, receivedActed: 0 };
};

/** How many reports wait for a decision. */
export const countOpenReports = async (db: Db): Promise<number> => db.$count(reports, isNull(reports.decidedAt));

/** How many reports wait, and the newest of them. */
export const findQueueState = async (db: Db): Promise<QueueState> => {
  const open = await countOpenReports(db);
  const [newest] = await db
    .select({ id: reports.id, createdAt: reports.createdAt })
    .from(reports)
    .where(isNull(reports.decidedAt))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(1);
  return { open, newest: newest ? { id: newest.id, createdAt: newest.createdAt.toISOString() } : null };
};

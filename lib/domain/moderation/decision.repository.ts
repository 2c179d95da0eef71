import { eq, sql } from "drizzle-orm";
import type { ReportOutcome } from "#lib/contract/reports.ts";
import type { Db } from "#lib/db/client.ts";
import { reports } from "#lib/db/schema/index.ts";
import type { Docket } from "./decision.policy.ts";

/** What a decision turns on, held still until the transaction ends, and the database's time. */
export const lockDocket = async (db: Db, id: string): Promise<{ docket: Docket; now: Date } | undefined> => {
  const [row] = await db
    .select({
      reporterId: reports.reporterId,
      reportedId: reports.reportedId,
      claimedBy: reports.claimedBy,
      claimedAt: reports.claimedAt,
      decidedAt: reports.decidedAt,
      now: sql<Date>`clock_timestamp()`.mapWith(reports.createdAt),
    })
    .from(reports)
    .where(eq(reports.id, id))
    .for("update");
  if (!row) return undefined;
  const { now, ...docket } = row;
  return { docket, now };
};

export const setClaim = async (db: Db, id: string, claimedBy: string, claimedAt: Date): Promise<void> => {
  await db.update(reports).set({ claimedBy, claimedAt }).where(eq(reports.id, id));
};

type Decided = { decidedBy: string; decidedAt: Date; outcome: ReportOutcome; decisionNote: string | null };

export const setDecision = async (db: Db, id: string, decided: Decided): Promise<void> => {
  await db.update(reports).set(decided).where(eq(reports.id, id));
};

import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { listings, participants, reports, users } from "#lib/db/schema/index.ts";

export type NewReportRow = Pick<
  typeof reports.$inferInsert,
  "id" | "reporterId" | "reportedId" | "conversationId" | "listingId" | "messageId" | "reason" | "note" | "evidence"
>;

/** Everybody who is or was in a conversation. */
export const findEverIn = async (db: Db, conversationId: string): Promise<string[]> => {
  const rows = await db
    .select({ userId: participants.userId })
    .from(participants)
    .where(eq(participants.conversationId, conversationId));
  return rows.map(({ userId }) => userId);
};

/** The open report of a person about that, if there is one. */
export const findOpenReport = async (
  db: Db,
  { reporterId, reportedId, messageId }: Pick<NewReportRow, "reporterId" | "reportedId" | "messageId">,
): Promise<string | undefined> => {
  const [row] = await db
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        eq(reports.reporterId, reporterId),
        eq(reports.reportedId, reportedId),
        messageId ? eq(reports.messageId, messageId) : isNull(reports.messageId),
        isNull(reports.decidedAt),
      ),
    );
  return row?.id;
};

/** Resolves to false where the same person has an open one about the same: of two at once, one is the second. */
export const insertReport = async (db: Db, row: NewReportRow): Promise<boolean> => {
  const made = await db.insert(reports).values(row).onConflictDoNothing().returning({ id: reports.id });
  return made.length > 0;
};

/** A home that others may see, as it stands now. */
export const findShownHome = async (db: Db, id: string) => {
  const [row] = await db
    .select({
      id: listings.id,
      landlordId: listings.landlordId,
      title: listings.title,
      tagline: listings.tagline,
      description: listings.description,
      publishedAt: listings.publishedAt,
    })
    .from(listings)
    .where(and(eq(listings.id, id), isNotNull(listings.publishedAt)));
  return row;
};
export type ShownHome = NonNullable<Awaited<ReturnType<typeof findShownHome>>>;

export const nameOf = async (db: Db, id: string): Promise<string> => {
  const [row] = await db.select({ name: users.name }).from(users).where(eq(users.id, id));
  return row?.name ?? "";
};

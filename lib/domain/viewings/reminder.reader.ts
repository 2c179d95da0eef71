import { and, eq, gt, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { listings, viewings } from "#lib/db/schema/index.ts";

export type Upcoming = NonNullable<Awaited<ReturnType<typeof findUpcoming>>>;

/** A viewing that is agreed on, when this is its time still and has not come. */
export const findUpcoming = async (db: Db, viewingId: string, startsAt: Date) => {
  const [row] = await db
    .select({
      conversationId: viewings.conversationId,
      listingId: viewings.listingId,
      studentId: viewings.studentId,
      landlordId: viewings.landlordId,
      timeZone: listings.timeZone,
    })
    .from(viewings)
    .innerJoin(listings, eq(listings.id, viewings.listingId))
    .where(
      and(
        eq(viewings.id, viewingId),
        eq(viewings.status, "confirmed"),
        eq(viewings.startsAt, startsAt),
        gt(viewings.startsAt, sql`clock_timestamp()`),
      ),
    );
  return row;
};

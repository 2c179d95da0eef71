import { and, eq, gt, sql } from "drizzle-orm";
import type { BookingStatus } from "#lib/contract/bookings.ts";
import type { Db } from "#lib/db/client.ts";
import { bookings, users } from "#lib/db/schema/index.ts";

/** What a booking waits for, as far as somebody has to be reminded of it. */
export type Pending = { conversationId: string; status: BookingStatus; studentId: string; landlordId: string; deadlineAt: Date };

/** The booking, when this is its deadline still and there is time left. */
export const findPending = async (db: Db, bookingId: string, deadlineAt: Date): Promise<Pending | undefined> => {
  const [row] = await db
    .select({
      conversationId: bookings.conversationId,
      status: bookings.status,
      studentId: bookings.studentId,
      landlordId: bookings.landlordId,
    })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), eq(bookings.deadlineAt, deadlineAt), gt(bookings.deadlineAt, sql`clock_timestamp()`)));
  return row && { ...row, deadlineAt };
};

export const findAddress = async (db: Db, userId: string): Promise<string | undefined> => {
  const [row] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return row?.email;
};

import { and, asc, eq, inArray, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { limits } from "#lib/contract/limits.ts";
import type { Db } from "#lib/db/client.ts";
import {
  conversations,
  listings,
  participants,
  rooms,
  users,
  viewingEvents,
  viewingSlots,
  viewings,
} from "#lib/db/schema/index.ts";
import { type Appointment, endOf, type Slot } from "./slots.policy.ts";
import type { PastEvent } from "./viewing.policy.ts";
import type { ViewingRow } from "./viewing.presenter.ts";
import { findSlots } from "./viewing.reader.ts";

export type NewViewingEvent = typeof viewingEvents.$inferInsert;

const withSlots = async (db: Db, rows: Omit<ViewingRow, "slots">[]): Promise<ViewingRow[]> => {
  const slots = await findSlots(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, slots: slots.get(row.id) ?? [] }));
};

/**
 * A viewing of that person's, held still until the transaction ends: of two who change it, one is the second. `ifIdle`: nothing
 * when somebody else has it at the moment.
 */
export const lockViewing = async (
  db: Db,
  id: string,
  { userId, ifIdle = false }: { userId?: string; ifIdle?: boolean },
): Promise<ViewingRow | undefined> => {
  const isOwn = userId === undefined ? undefined : or(eq(viewings.studentId, userId), eq(viewings.landlordId, userId));
  const rows = await db
    .select()
    .from(viewings)
    .where(and(eq(viewings.id, id), isOwn))
    .for("no key update", ifIdle ? { skipLocked: true } : {});
  const [row] = await withSlots(db, rows);
  return row;
};

type Named = { listingId?: string | undefined; roomId?: string | undefined };

/** The home that a request is about, by itself or by one of its rooms: what is named of the two must belong together. */
export const findHome = async (db: Db, { listingId, roomId }: Named) => {
  if (listingId === undefined && roomId === undefined) return undefined;
  const [row] = await db
    .select({
      listingId: listings.id,
      landlordId: listings.landlordId,
      isPublished: sql<boolean>`${listings.publishedAt} is not null`,
      timeZone: listings.timeZone,
    })
    .from(listings)
    .where(
      and(
        listingId === undefined ? undefined : eq(listings.id, listingId),
        roomId === undefined
          ? undefined
          : inArray(listings.id, db.select({ id: rooms.listingId }).from(rooms).where(eq(rooms.id, roomId))),
      ),
    )
    .limit(1);
  return row;
};

/** A direct conversation and who is in it now. */
export const findTalk = async (db: Db, conversationId: string) => {
  const members = await db
    .select({ listingId: conversations.listingId, userId: users.id, role: users.role })
    .from(conversations)
    .innerJoin(participants, and(eq(participants.conversationId, conversations.id), isNull(participants.leftSeq)))
    .innerJoin(users, eq(users.id, participants.userId))
    .where(and(eq(conversations.id, conversationId), eq(conversations.kind, "direct")));
  return { listingId: members[0]?.listingId ?? null, members };
};

/** The viewings of a conversation that are not over, the oldest first. Lock the conversation first. */
export const findOpen = async (db: Db, conversationId: string): Promise<ViewingRow[]> => {
  const rows = await db
    .select()
    .from(viewings)
    .where(and(eq(viewings.conversationId, conversationId), inArray(viewings.status, ["proposed", "confirmed"])))
    .orderBy(asc(viewings.createdAt), asc(viewings.id));
  return withSlots(db, rows);
};

/** What these people have agreed on, near these times, apart from the viewing itself. */
export const findAppointments = async (
  db: Db,
  { id, userIds, slots }: { id: string; userIds: string[]; slots: readonly Slot[] },
): Promise<Appointment[]> => {
  const begins = Math.min(...slots.map(({ startsAt }) => startsAt.getTime())) - limits.viewingMinutes.max * 60_000;
  const ends = Math.max(...slots.map((slot) => endOf(slot).getTime()));
  const rows = await db
    .select()
    .from(viewings)
    .where(
      and(
        ne(viewings.id, id),
        eq(viewings.status, "confirmed"),
        or(inArray(viewings.studentId, userIds), inArray(viewings.landlordId, userIds)),
        sql`${viewings.startsAt} between ${new Date(begins).toISOString()}::timestamptz and ${new Date(ends).toISOString()}::timestamptz`,
      ),
    );
  return rows.flatMap(({ startsAt, minutes, ...row }) =>
    startsAt === null || minutes === null ? [] : [{ ...row, startsAt, minutes }],
  );
};

/** Everything that was done to a viewing, oldest first. */
export const findPast = (db: Db, viewingId: string): Promise<PastEvent[]> =>
  db
    .select({ event: viewingEvents.event, actorId: viewingEvents.actorId })
    .from(viewingEvents)
    .where(eq(viewingEvents.viewingId, viewingId))
    .orderBy(asc(viewingEvents.version));

const insertSlots = async (db: Db, { id, slots }: ViewingRow): Promise<void> => {
  if (slots.length > 0) await db.insert(viewingSlots).values(slots.map((slot) => ({ viewingId: id, ...slot })));
};

export const insertViewing = async (db: Db, { slots, ...row }: ViewingRow): Promise<void> => {
  await db.insert(viewings).values(row);
  await insertSlots(db, { ...row, slots });
};

export const updateViewing = async (db: Db, { slots, ...row }: ViewingRow): Promise<void> => {
  await db.update(viewings).set(row).where(eq(viewings.id, row.id));
  await db.delete(viewingSlots).where(eq(viewingSlots.viewingId, row.id));
  await insertSlots(db, { ...row, slots });
};

export const insertEvent = async (db: Db, event: NewViewingEvent): Promise<void> => {
  await db.insert(viewingEvents).values(event);
};

/**
 * Viewings that time itself has to change, at most `limit`, and round: those behind `after` first, then those before it. Whoever
 * goes on from the last one comes to all of them, also when some are found each time.
 */
export const findOverdue = async (db: Db, { after, limit }: { after: string | null; limit: number }): Promise<string[]> => {
  const rows = await db
    .select({ id: viewings.id })
    .from(viewings)
    .where(and(isNotNull(viewings.deadlineAt), lte(viewings.deadlineAt, sql`clock_timestamp()`)))
    .orderBy(sql`${viewings.id} <= ${after}::uuid`, asc(viewings.id))
    .limit(limit);
  return rows.map(({ id }) => id);
};

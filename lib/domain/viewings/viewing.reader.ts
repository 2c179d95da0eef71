import { and, asc, desc, eq, getTableColumns, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Viewing, ViewingQuery } from "#lib/contract/viewings.ts";
import type { Db } from "#lib/db/client.ts";
import { listings, rooms, users, viewingSlots, viewings } from "#lib/db/schema/index.ts";
import type { Slot } from "./slots.policy.ts";
import { presentViewing } from "./viewing.presenter.ts";

const student = alias(users, "student");
const landlord = alias(users, "landlord");

const select = (db: Db) =>
  db
    .select({
      ...getTableColumns(viewings),
      listingTitle: listings.title,
      street: listings.street,
      city: listings.city,
      timeZone: listings.timeZone,
      roomName: rooms.name,
      studentName: student.name,
      landlordName: landlord.name,
    })
    .from(viewings)
    .innerJoin(listings, eq(listings.id, viewings.listingId))
    .leftJoin(rooms, eq(rooms.id, viewings.roomId))
    .innerJoin(student, eq(student.id, viewings.studentId))
    .innerJoin(landlord, eq(landlord.id, viewings.landlordId));

/** The times that are offered of each of these viewings, the earliest first. */
export const findSlots = async (db: Db, viewingIds: string[]): Promise<Map<string, Slot[]>> => {
  const found = new Map(viewingIds.map((id): [string, Slot[]] => [id, []]));
  if (viewingIds.length === 0) return found;
  const rows = await db
    .select()
    .from(viewingSlots)
    .where(inArray(viewingSlots.viewingId, viewingIds))
    .orderBy(asc(viewingSlots.startsAt));
  for (const { viewingId, startsAt, minutes } of rows) found.get(viewingId)?.push({ startsAt, minutes });
  return found;
};

const present = async (db: Db, rows: Awaited<ReturnType<typeof select>>): Promise<Viewing[]> => {
  const slots = await findSlots(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => presentViewing({ ...row, slots: slots.get(row.id) ?? [] }));
};

/** The viewings by id, whoever's they are. */
export const findViewings = async (db: Db, ids: string[]): Promise<Map<string, Viewing>> => {
  if (ids.length === 0) return new Map();
  const found = await present(db, await select(db).where(inArray(viewings.id, ids)));
  return new Map(found.map((viewing) => [viewing.id, viewing]));
};

const isOf = (userId: string) => or(eq(viewings.studentId, userId), eq(viewings.landlordId, userId));

/** A viewing of that person's, as the student or the landlord. */
export const findOwnViewing = async (db: Db, userId: string, id: string): Promise<Viewing | undefined> => {
  const [viewing] = await present(db, await select(db).where(and(eq(viewings.id, id), isOf(userId))));
  return viewing;
};

const FILTERS: Record<ViewingQuery["filter"], SQL | undefined> = {
  all: undefined,
  open: inArray(viewings.status, ["proposed", "confirmed"]),
  past: inArray(viewings.status, ["cancelled", "done", "expired"]),
};

type Page = { filter: ViewingQuery["filter"]; after?: { at: Date; id: string } | undefined; limit: number };

/** A person's viewings, the newest first. */
export const findOwnViewings = async (db: Db, userId: string, { filter, after, limit }: Page): Promise<Viewing[]> => {
  const rows = await select(db)
    .where(
      and(
        isOf(userId),
        FILTERS[filter],
        after && sql`(${viewings.createdAt}, ${viewings.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(viewings.createdAt), desc(viewings.id))
    .limit(limit);
  return present(db, rows);
};

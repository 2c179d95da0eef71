import { and, count, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import type { Notification } from "#lib/contract/notifications.ts";
import type { Db } from "#lib/db/client.ts";
import { listings, notifications, users } from "#lib/db/schema/index.ts";

const select = (db: Db) =>
  db
    .select({ ...getTableColumns(notifications), actorName: users.name, listingTitle: listings.title })
    .from(notifications)
    .innerJoin(listings, eq(listings.id, notifications.listingId))
    .leftJoin(users, eq(users.id, notifications.actorId));

type Row = Awaited<ReturnType<typeof select>>[number];

const present = ({
  id,
  actorId,
  actorName,
  conversationId,
  listingId,
  listingTitle,
  about,
  createdAt,
  readAt,
}: Row): Notification => ({
  id,
  actor: actorId === null ? null : { id: actorId, name: actorName ?? "" },
  conversationId,
  listing: { id: listingId, title: listingTitle },
  about,
  createdAt: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});

/** Notifications with whom each belongs to, in the order in which they were made. */
export const findNotifications = async (db: Db, ids: string[]): Promise<{ userId: string; notification: Notification }[]> => {
  if (ids.length === 0) return [];
  const rows = await select(db).where(inArray(notifications.id, ids)).orderBy(notifications.createdAt, notifications.id);
  return rows.map((row) => ({ userId: row.userId, notification: present(row) }));
};

type Page = { after: { at: Date; id: string } | undefined; limit: number };

/** A person's notifications, the newest first. */
export const findOwnNotifications = async (db: Db, userId: string, { after, limit }: Page): Promise<Notification[]> => {
  const rows = await select(db)
    .where(
      and(
        eq(notifications.userId, userId),
        after &&
          sql`(${notifications.createdAt}, ${notifications.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit);
  return rows.map(present);
};

export const countUnreadNotifications = async (db: Db, userId: string): Promise<number> => {
  const [row] = await db
    .select({ unread: count() })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt)));
  return row?.unread ?? 0;
};

import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { NotificationRead } from "#lib/contract/notifications.ts";
import type { Db } from "#lib/db/client.ts";
import { notifications } from "#lib/db/schema/index.ts";

export type NewNotification = Omit<typeof notifications.$inferInsert, "id" | "readAt">;

export const insertNotifications = async (db: Db, rows: (NewNotification & { id: string })[]): Promise<void> => {
  if (rows.length > 0) await db.insert(notifications).values(rows);
};

type Marks = { userId: string; which: NotificationRead; limit: number };

/** Marks what is unread of that as read, the oldest first and at most so many. Resolves to the ids of what has changed. */
export const markRead = async (db: Db, { userId, which: { ids, conversationId }, limit }: Marks): Promise<string[]> => {
  const unread = db
    .select({ id: notifications.id })
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, userId),
        isNull(notifications.readAt),
        ids && inArray(notifications.id, ids),
        conversationId === undefined ? undefined : eq(notifications.conversationId, conversationId),
      ),
    )
    .orderBy(notifications.id)
    .limit(limit)
    .for("update");
  const rows = await db
    .update(notifications)
    .set({ readAt: sql`clock_timestamp()` })
    .where(inArray(notifications.id, unread))
    .returning({ id: notifications.id });
  return rows.map(({ id }) => id);
};

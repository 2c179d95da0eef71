import { limits } from "#lib/contract/limits.ts";
import type { NotificationCount, NotificationPage, NotificationQuery, NotificationRead } from "#lib/contract/notifications.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { decodePlace, encodePlace } from "../place-cursor.ts";
import type { JobQueue, NewId, Publisher } from "../ports.ts";
import { countUnreadNotifications, findNotifications, findOwnNotifications } from "./notification.reader.ts";
import { insertNotifications, markRead, type NewNotification } from "./notification.repository.ts";

type Deps = { database: Database; jobs: JobQueue; publish: Publisher; newId: NewId };

export type { NewNotification };

export const createNotificationService = ({ database, jobs, publish, newId }: Deps) => {
  /** Notifies in the transaction of what happened. The answer tells the devices of everybody concerned, once it is committed. */
  const write = async (db: Db, news: NewNotification[]): Promise<() => void> => {
    const rows = news.map((one) => ({ ...one, id: newId() }));
    await insertNotifications(db, rows);
    for (const { id } of rows) await jobs.add(db, "notification:deliver", { notificationId: id });
    const found = await findNotifications(
      db,
      rows.map(({ id }) => id),
    );
    return () => {
      for (const { userId, notification } of found) publish.toUser(userId, "notification:new", notification);
    };
  };

  return {
    write,

    /** @throws {Failure} validation_failed for a foreign cursor */
    list: async (actor: Actor, { cursor, limit }: NotificationQuery): Promise<NotificationPage> => {
      const after = cursor === undefined ? undefined : decodePlace(cursor);
      return database.read(async (db) => {
        const found = await findOwnNotifications(db, actor.userId, { after, limit: limit + 1 });
        const items = found.slice(0, limit);
        const last = found.length > limit ? items.at(-1) : undefined;
        const nextCursor = last ? encodePlace({ at: new Date(last.createdAt), id: last.id }) : null;
        return { items, nextCursor, unreadCount: await countUnreadNotifications(db, actor.userId) };
      });
    },

    unreadCount: (actor: Actor): Promise<number> => database.read((db) => countUnreadNotifications(db, actor.userId)),

    /** Marks as read what is unread of these, `limits.notificationsMarked` at most: the answer counts what is left of all. */
    read: async (actor: Actor, which: NotificationRead): Promise<NotificationCount> => {
      const { found, unreadCount } = await database.write(async (db) => {
        const marked = await markRead(db, { userId: actor.userId, which, limit: limits.notificationsMarked });
        return { found: await findNotifications(db, marked), unreadCount: await countUnreadNotifications(db, actor.userId) };
      });
      for (const { userId, notification } of found) publish.toUser(userId, "notification:read", notification);
      return { unreadCount };
    },
  };
};
export type NotificationService = ReturnType<typeof createNotificationService>;

import { eq } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import {
  bookingEvents,
  bookings,
  notifications,
  rooms,
  users,
  viewingEvents,
  viewingSlots,
  viewings,
} from "#lib/db/schema/index.ts";
import { buildDemo } from "./build.ts";
import { insertAll, insertConversations, insertListings, insertUsers, refuseRealPeople, takeSeedLock } from "./write-rows.ts";

export type DemoSummary =
  | { loaded: false }
  | { loaded: true; users: number; listings: number; rooms: number; conversations: number; messages: number };

const isLoaded = async (db: Db): Promise<boolean> => {
  const found = await db.select({ id: users.id }).from(users).where(eq(users.email, "student1@uninest.test"));
  return found.length > 0;
};

/**
 * Loads the demo people, houses and conversations in one transaction, with times that end shortly before `now`. Does
 * nothing when they are there already.
 * @throws {Error} when anybody else has an account in this database
 */
export const loadDemo = (db: Db, { passwordHash, now }: { passwordHash: string; now: Date }): Promise<DemoSummary> =>
  db.transaction(async (tx) => {
    await takeSeedLock(tx);
    if (await isLoaded(tx)) return { loaded: false };
    await refuseRealPeople(tx);
    const rows = buildDemo(now);
    await insertUsers(tx, rows.users, passwordHash);
    await insertListings(tx, rows.listings);
    await insertAll(tx, rooms, rows.rooms);
    await insertConversations(tx, rows);
    await insertAll(tx, bookings, rows.bookings);
    await insertAll(tx, bookingEvents, rows.bookingEvents);
    await insertAll(tx, notifications, rows.notifications);
    await insertAll(tx, viewings, rows.viewings);
    await insertAll(tx, viewingSlots, rows.viewingSlots);
    await insertAll(tx, viewingEvents, rows.viewingEvents);
    return {
      loaded: true,
      users: rows.users.length,
      listings: rows.listings.length,
      rooms: rows.rooms.length,
      conversations: rows.conversations.length,
      messages: rows.messages.length,
    };
  });

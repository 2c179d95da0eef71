import type { Database } from "#lib/db/client.ts";
import { databaseTime } from "#lib/db/database-time.ts";
import type { Log } from "../ports.ts";
import { isOverdue } from "./booking.policy.ts";
import type { BookingRecorder } from "./booking.recorder.ts";
import * as bookings from "./booking.repository.ts";
import { expiryChange } from "./booking-change.ts";

type Deps = { database: Database; record: BookingRecorder["record"]; log: Log };

/** Rooms that one look goes through at most. */
const ROOMS_A_LOOK = 100;

/** Ends the bookings whose time is over, each once, however many processes look. */
export const createBookingExpiry = ({ database, record, log }: Deps) => {
  /** The room at which the last look has ended. */
  let lastLookedAt: string | null = null;

  /** Ends what is overdue in a room, unless somebody else is at it. */
  const expireIn = (roomId: string): Promise<() => void> =>
    database.write(async (db) => {
      const room = await bookings.lockRoom(db, roomId, { ifIdle: true });
      if (!room) return () => undefined;
      const now = await databaseTime(db);
      const overdue = (await bookings.findOpen(db, roomId)).filter((row) => isOverdue(row, now));
      if (overdue.length === 0) return () => undefined;
      const changes = overdue.map((row) => expiryChange(row, room.name, now));
      return record(db, changes, now);
    });

  return async (): Promise<void> => {
    const overdue = { after: lastLookedAt, limit: ROOMS_A_LOOK };
    for (const roomId of await database.read((db) => bookings.findOverdueRooms(db, overdue))) {
      lastLookedAt = roomId;
      await expireIn(roomId).then(
        (tell) => tell(),
        (error: unknown) => log.warn({ error, roomId }, "an overdue booking could not be ended"),
      );
    }
  };
};

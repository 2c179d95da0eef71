import type { Db } from "#lib/db/client.ts";
import { availabilityOfRooms } from "../housing/availability.reader.ts";
import type { FirstWords, PostService } from "../messages/post.service.ts";
import type { NotificationService } from "../notifications/notification.service.ts";
import type { JobQueue, Publisher } from "../ports.ts";
import type { BookingRow } from "./booking.presenter.ts";
import { findBookings } from "./booking.reader.ts";
import * as bookings from "./booking.repository.ts";
import { type Change, eventOf, firstPostOf, postOf } from "./booking-change.ts";
import { noticesOf } from "./booking-notices.ts";
import { reminderTimes } from "./reminder.policy.ts";

type Deps = {
  publish: Publisher;
  posts: PostService;
  notifications: Pick<NotificationService, "write">;
  jobs: JobQueue;
};

/** Writes changes of bookings with all that comes of them. What it answers tells all concerned, once they are committed. */
export const createBookingRecorder = ({ publish, posts, notifications, jobs }: Deps) => {
  /** Writes down whom to notify of changes that were written before. */
  const newsOf = async (db: Db, changes: Change[], now: Date): Promise<() => void> => {
    const found = await findBookings(
      db,
      changes.map(({ row }) => row.id),
    );
    const rooms = await availabilityOfRooms(db, [...new Set(changes.map(({ row }) => row.roomId))], now);
    const notices = changes.flatMap((change) => noticesOf(change, found.get(change.row.id)?.listing.id));
    const tellNotices = await notifications.write(db, notices);
    return () => {
      tellNotices();
      for (const booking of found.values()) {
        for (const { id } of [booking.student, booking.landlord]) publish.toUser(id, "booking:updated", booking);
      }
      for (const room of rooms) publish.toWatchers(room.listingId, "room:availability", room);
    };
  };

  /** Has those reminded who have to act, at their times, of a deadline that this transaction sets. */
  const remindOf = async (db: Db, { id, deadlineAt }: BookingRow, now: Date): Promise<void> => {
    if (deadlineAt === null) return;
    const payload = { bookingId: id, deadlineAt: deadlineAt.toISOString() };
    for (const { share, at } of reminderTimes(now, deadlineAt))
      await jobs.add(db, "booking:remind", payload, { runAt: at, key: `booking:remind ${id} ${share}` });
  };

  return {
    remindOf,

    /** A request, with the student's own words. */
    recordFirst: async (db: Db, change: Change, words: FirstWords, now: Date): Promise<() => void> => {
      await bookings.insertBooking(db, change.row);
      await bookings.insertEvent(db, eventOf(change));
      await remindOf(db, change.row, now);
      const tellPosts = await posts.write(db, [firstPostOf(change, words)]);
      const tellNews = await newsOf(db, [change], now);
      return () => {
        tellPosts();
        tellNews();
      };
    },

    /** Changes of one room. */
    record: async (db: Db, changes: Change[], now: Date): Promise<() => void> => {
      for (const change of changes) {
        await bookings.updateBooking(db, change.row);
        await bookings.insertEvent(db, eventOf(change));
      }
      const tellPosts = await posts.write(db, changes.map(postOf));
      const tellNews = await newsOf(db, changes, now);
      return () => {
        tellPosts();
        tellNews();
      };
    },
  };
};
export type BookingRecorder = ReturnType<typeof createBookingRecorder>;

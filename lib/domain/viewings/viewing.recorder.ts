import type { Db } from "#lib/db/client.ts";
import type { FirstWords, PostService } from "../messages/post.service.ts";
import type { NotificationService } from "../notifications/notification.service.ts";
import type { JobQueue, Publisher } from "../ports.ts";
import { remindersOf } from "./reminder.policy.ts";
import type { ViewingRow } from "./viewing.presenter.ts";
import { findViewings } from "./viewing.reader.ts";
import * as viewings from "./viewing.repository.ts";
import { type Change, eventOf, firstPostOf, postOf } from "./viewing-change.ts";
import { noticesOf } from "./viewing-notices.ts";

type Deps = {
  publish: Publisher;
  posts: PostService;
  notifications: Pick<NotificationService, "write">;
  jobs: JobQueue;
};

/** Writes changes of viewings with all that comes of them. What it answers tells the two, once they are committed. */
export const createViewingRecorder = ({ publish, posts, notifications, jobs }: Deps) => {
  /** Writes down whom to notify of a change that was written before. */
  const newsOf = async (db: Db, change: Change): Promise<() => void> => {
    const found = await findViewings(db, [change.row.id]);
    const tellNotices = await notifications.write(db, noticesOf(change));
    return () => {
      tellNotices();
      for (const viewing of found.values()) {
        for (const { id: userId } of [viewing.student, viewing.landlord]) publish.toUser(userId, "viewing:updated", viewing);
      }
    };
  };

  /** Has the two reminded of a time that this transaction confirms. */
  const remindOf = async (db: Db, row: ViewingRow, confirmedAt: Date): Promise<void> => {
    for (const { kind, startsAt, dueAt, key } of remindersOf({ ...row, confirmedAt })) {
      const payload = { viewingId: row.id, startsAt: startsAt.toISOString(), kind };
      await jobs.add(db, "viewing:remind", payload, { runAt: dueAt, key });
    }
  };

  /** Has both calendars changed by an agreement, or by the end of one. */
  const inviteTo = async (db: Db, { id, startsAt, studentId, landlordId, status }: ViewingRow): Promise<void> => {
    if (!startsAt || (status !== "confirmed" && status !== "cancelled")) return;
    for (const userId of [studentId, landlordId])
      await jobs.add(db, "viewing:invite", { viewingId: id, startsAt: startsAt.toISOString(), status, userId });
  };

  /** What time itself does to a viewing, or one of the two. */
  const record = async (db: Db, change: Change): Promise<() => void> => {
    await viewings.updateViewing(db, change.row);
    await viewings.insertEvent(db, eventOf(change));
    const tellPost = await posts.write(db, [postOf(change)]);
    const tellNews = await newsOf(db, change);
    return () => {
      tellPost();
      tellNews();
    };
  };

  return {
    record,

    /** A request, with one's own words. */
    recordFirst: async (db: Db, change: Change, words: FirstWords): Promise<() => void> => {
      await viewings.insertViewing(db, change.row);
      await viewings.insertEvent(db, eventOf(change));
      const tellPost = await posts.write(db, [firstPostOf(change, words)]);
      const tellNews = await newsOf(db, change);
      return () => {
        tellPost();
        tellNews();
      };
    },

    /** A step of one of the two, with the reminders and the invitations of an agreement. */
    recordStep: async (db: Db, change: Change, now: Date): Promise<() => void> => {
      const tell = await record(db, change);
      if (change.event === "confirm") await remindOf(db, change.row, now);
      if (change.event === "confirm" || change.event === "cancel") await inviteTo(db, change.row);
      return tell;
    },
  };
};
export type ViewingRecorder = ReturnType<typeof createViewingRecorder>;

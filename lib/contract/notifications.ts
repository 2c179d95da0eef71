import * as z from "zod";
import { BookingLine } from "./bookings.ts";
import { limits } from "./limits.ts";
import { Cursor, Id, pageLimit, Timestamp } from "./primitives.ts";
import { ViewingLine, ViewingReminder } from "./viewings.ts";

/** Something that happened to a person while they may have looked elsewhere. */
export const Notification = z
  .strictObject({
    id: Id,
    /** Whose doing it was; null for the server's. */
    actor: z.strictObject({ id: Id, name: z.string() }).nullable(),
    conversationId: Id,
    listing: z.strictObject({ id: Id, title: z.string() }),
    /** What happened, as it was then: it never changes. */
    about: z.discriminatedUnion("type", [BookingLine, ViewingLine, ViewingReminder]),
    createdAt: Timestamp,
    readAt: Timestamp.nullable(),
  })
  .meta({ id: "Notification" });
export type Notification = z.infer<typeof Notification>;

export const NotificationQuery = z.strictObject({
  limit: pageLimit(30, limits.pageMax),
  cursor: Cursor.optional(),
});
export type NotificationQuery = z.infer<typeof NotificationQuery>;

export const NotificationPage = z.strictObject({
  items: z.array(Notification),
  nextCursor: z.string().nullable(),
  unreadCount: z.int(),
});
export type NotificationPage = z.infer<typeof NotificationPage>;

/** Which of one's own: these, those of a conversation, or, with neither, all that there are. */
export const NotificationRead = z.strictObject({
  ids: z.array(Id).min(1).max(limits.pageMax).optional(),
  conversationId: Id.optional(),
});
export type NotificationRead = z.infer<typeof NotificationRead>;

export const NotificationCount = z.strictObject({ unreadCount: z.int() });
export type NotificationCount = z.infer<typeof NotificationCount>;

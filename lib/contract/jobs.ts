import * as z from "zod";
import { Id, Seq, Text, Timestamp } from "./primitives.ts";
import { ViewingReminderKind } from "./viewings.ts";

/** `attempts`: how often it is tried before it is a dead letter; the waits between grow (docs/decisions/0019). */
type JobKind = { summary: string; payload: z.ZodType; attempts: number };

/** A deadline of a booking as it was set: another one, or none, is no more this one. */
const BookingDeadline = z.strictObject({ bookingId: Id, deadlineAt: Timestamp });

/** A time of a viewing as the two agreed on it: another one, or none, is no more this one. */
const ViewingReminder = z.strictObject({ viewingId: Id, startsAt: Timestamp, kind: ViewingReminderKind });

/** Somebody in a conversation. */
const Recipient = z.strictObject({ conversationId: Id, userId: Id });

/** Everything that is done later, by name: who adds one writes its row here, and the compiler asks for its handler. */
export const jobs = {
  "account:mail": {
    summary: "Mail the link that a promise stands for, unless it is worth nothing any more.",
    // The nonce stands for the link's token, which only the server's secret makes of it.
    payload: z.strictObject({ userId: Id, purpose: z.enum(["password_reset", "email"]), nonce: Text }),
    attempts: 10,
  },
  "booking:remind": {
    summary: "Tell whoever has to act that the time of a booking runs out, unless the booking has moved on.",
    payload: BookingDeadline,
    attempts: 10,
  },
  "booking:mail": {
    summary: "Mail such a reminder.",
    payload: BookingDeadline,
    attempts: 10,
  },
  "viewing:remind": {
    summary: "Tell the two that a viewing is near, unless it was moved or cancelled.",
    payload: ViewingReminder,
    attempts: 10,
  },
  "viewing:mail": {
    summary: "Mail such a reminder to one of them.",
    payload: ViewingReminder.extend({ userId: Id }),
    attempts: 10,
  },
  "viewing:invite": {
    summary: "Mail the calendar entry of a viewing to one of the two, unless it has changed meanwhile.",
    payload: z.strictObject({ viewingId: Id, startsAt: Timestamp, status: z.enum(["confirmed", "cancelled"]), userId: Id }),
    attempts: 10,
  },
  "sanction:mail": {
    summary: "Mail somebody what a moderator did about them, that it was taken back, or what became of their appeal.",
    payload: z.strictObject({ sanctionId: Id, news: z.enum(["made", "lifted", "answered"]) }),
    attempts: 10,
  },
  "report:mail": {
    summary: "Mail somebody how their report was decided.",
    payload: z.strictObject({ reportId: Id }),
    attempts: 10,
  },
  "notification:deliver": {
    summary: "Put down a job for each way in which a person is told of a notification.",
    payload: z.strictObject({ notificationId: Id }),
    attempts: 10,
  },
  "notification:mail": {
    summary: "Mail a notification that asks for something, unless it has been read.",
    payload: z.strictObject({ notificationId: Id }),
    attempts: 10,
  },
  "digest:sweep": {
    summary: "Put down a mail for everybody who has left something unread for long enough.",
    payload: z.strictObject({}),
    attempts: 5,
  },
  "digest:mail": {
    summary: "Mail how much is unread, unless all of it has been read.",
    payload: z.strictObject({ userId: Id }),
    attempts: 10,
  },
  "push:send": {
    summary: "Hand a notification to the push service of one browser, unless it has been read or that session is over.",
    payload: z.strictObject({ notificationId: Id, subscriptionId: Id }),
    attempts: 8,
  },
  "message:deliver": {
    summary: "Put down a job for each browser that tells a person of what was written to them, unless they have read it.",
    payload: Recipient,
    attempts: 10,
  },
  "push:message": {
    summary: "Hand what is unread of a conversation to the push service of one browser, unless that has changed.",
    // The newest of it when this was put down.
    payload: Recipient.extend({ seq: Seq, subscriptionId: Id }),
    attempts: 8,
  },
  "message:preview": {
    summary: "Look at the page of a message's first link and show what it says of itself below the message.",
    payload: z.strictObject({ conversationId: Id, seq: Seq }),
    attempts: 5,
  },
  "unread:recount": {
    summary: "Compare what some people are told is unread with a recount.",
    payload: z.strictObject({}),
    attempts: 5,
  },
  "takeover:warn": {
    summary: "Warn those whom an account wrote to that may be in other hands.",
    payload: z.strictObject({ userId: Id }),
    attempts: 10,
  },
  "sent:sweep": {
    summary: "Forget what people sent so long ago that it says nothing any more.",
    payload: z.strictObject({}),
    attempts: 5,
  },
  "attachment:remove": {
    summary: "Remove the files of messages that were deleted, and of uploads that nobody has sent.",
    payload: z.strictObject({ ids: z.array(Id) }),
    attempts: 10,
  },
  "upkeep:clean": {
    summary: "Drop what nobody needs any more.",
    payload: z.strictObject({}),
    attempts: 5,
  },
} as const satisfies Record<string, JobKind>;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.output<(typeof jobs)[Name]["payload"]>;

/** A job that was tried for the last time, without what it was about. */
export const DeadJob = z
  .strictObject({
    id: Id,
    name: z.string(),
    attempts: z.int(),
    /** Why the last try failed. */
    reason: z.string(),
    createdAt: Timestamp,
    failedAt: Timestamp,
  })
  .meta({ id: "DeadJob" });
export type DeadJob = z.infer<typeof DeadJob>;

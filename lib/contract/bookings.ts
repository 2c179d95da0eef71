import * as z from "zod";
import { cancelReasons, declineReasons } from "./booking-lists.ts";
import { limits } from "./limits.ts";
import { CalendarDate, Cents, Cursor, countCharacters, Id, line, pageLimit, Text, Timestamp } from "./primitives.ts";

export const BookingStatus = z.enum([
  "requested",
  "approved",
  "confirmed",
  "checked_in",
  "completed",
  "declined",
  "withdrawn",
  "cancelled",
  "expired",
]);
export type BookingStatus = z.infer<typeof BookingStatus>;

/** What the two may do to a booking once it is requested; the names are those of the routes. */
export const BookingStep = z.enum([
  "approve",
  "decline",
  "withdraw",
  "confirm",
  "cancel",
  "check-in",
  "complete",
  "propose-dates",
  "accept-dates",
  "decline-dates",
]);
export type BookingStep = z.infer<typeof BookingStep>;

/** Everything that happens to a booking: what the two do, and what the server does when a time is over. */
export const BookingEventName = z.enum(["request", ...BookingStep.options, "expire"]);
export type BookingEventName = z.infer<typeof BookingEventName>;

export const BookingParty = z.enum(["student", "landlord", "server"]);
export type BookingParty = z.infer<typeof BookingParty>;

export const expiryReasons = ["no_answer", "not_confirmed", "dates_taken"] as const;

/** Why it ended, as far as it did by somebody's will or by time. */
export const BookingReason = z.enum([...new Set([...declineReasons, ...cancelReasons, ...expiryReasons])]);
export type BookingReason = z.infer<typeof BookingReason>;

/** `to` is the day of leaving: another stay may begin on it. */
const Stay = { from: CalendarDate, to: CalendarDate };

const BookingPrice = z.strictObject({
  /** Of a month, on the day of the request. */
  rentCents: Cents,
  depositCents: Cents,
  /** Rent for the whole stay: whole months, and days at a thirtieth of a month each. */
  stayCents: Cents,
  /** The first month's rent and the deposit. */
  firstPaymentCents: Cents,
});
export type BookingPrice = z.infer<typeof BookingPrice>;

export const Booking = z
  .strictObject({
    id: Id,
    listing: z.strictObject({ id: Id, title: z.string() }),
    room: z.strictObject({ id: Id, name: z.string() }),
    student: z.strictObject({ id: Id, name: z.string() }),
    landlord: z.strictObject({ id: Id, name: z.string() }),
    conversationId: Id,
    ...Stay,
    status: BookingStatus,
    /** Raised by one with each change: what `expectedVersion` names. */
    version: z.int(),
    price: BookingPrice,
    /** What applied on the day of the request. */
    cancellationPolicy: z.string(),
    /** Until when it waits for the landlord's answer, or for the student's confirmation. */
    deadlineAt: Timestamp.nullable(),
    reason: BookingReason.nullable(),
    note: z.string().nullable(),
    /** Other dates that one of the two has proposed. */
    proposal: z.strictObject({ ...Stay, by: BookingParty.exclude(["server"]) }).nullable(),
    /** What each of the two may do now. */
    steps: z.strictObject({ student: z.array(BookingStep), landlord: z.array(BookingStep) }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Booking" });
export type Booking = z.infer<typeof Booking>;

/** The one message of a booking that changes with it. */
export const BookingCard = z.strictObject({ type: z.literal("booking"), bookingId: Id, booking: Booking });
export type BookingCard = z.infer<typeof BookingCard>;

/** What happened, as it was then: it never changes. */
export const BookingLine = z.strictObject({
  type: z.literal("booking_event"),
  bookingId: Id,
  event: BookingEventName,
  by: BookingParty,
  room: z.string(),
  ...Stay,
  reason: BookingReason.nullable(),
  note: z.string().nullable(),
});
export type BookingLine = z.infer<typeof BookingLine>;

export const BookingRequest = z.strictObject({
  roomId: Id,
  ...Stay,
  /** Goes into the conversation in the student's name. */
  message: Text.transform((text) => text.trim())
    .refine((text) => text !== "", "must not be empty")
    .refine((text) => countCharacters(text) <= limits.contentCharacters, "is too long")
    .optional(),
});
export type BookingRequest = z.infer<typeof BookingRequest>;

const ExpectedVersion = z.int().min(1).optional();
const Words = line(limits.reasonCharacters).optional();

/** `reason` is a code of the step's list; anything else is one's own words, and counts as `other`. */
export const BookingStepRequest = z.strictObject({ expectedVersion: ExpectedVersion, reason: Words, note: Words });
export type BookingStepRequest = z.infer<typeof BookingStepRequest>;

export const DatesProposal = z.strictObject({ expectedVersion: ExpectedVersion, ...Stay });
export type DatesProposal = z.infer<typeof DatesProposal>;

export const DatesAnswer = z.strictObject({ expectedVersion: ExpectedVersion });
export type DatesAnswer = z.infer<typeof DatesAnswer>;

/** What waits for one of the two, what is agreed, what has ended. */
export const BookingGroup = z.enum(["waiting", "agreed", "over"]);
export type BookingGroup = z.infer<typeof BookingGroup>;

export const BookingQuery = z.strictObject({
  limit: pageLimit(30, limits.pageMax),
  cursor: Cursor.optional(),
  status: BookingStatus.optional(),
  group: BookingGroup.optional(),
  /** Those that are talked about there. */
  conversationId: Id.optional(),
});
export type BookingQuery = z.infer<typeof BookingQuery>;

export const BookingPage = z.strictObject({ items: z.array(Booking), nextCursor: z.string().nullable() });
export type BookingPage = z.infer<typeof BookingPage>;

const BookingEvent = z.strictObject({
  /** The one that it made: 1 for the request. */
  version: z.int(),
  event: BookingEventName,
  by: BookingParty,
  /** The dates that it is about. */
  ...Stay,
  reason: BookingReason.nullable(),
  note: z.string().nullable(),
  at: Timestamp,
});
export type BookingEvent = z.infer<typeof BookingEvent>;

/** Everything that happened to a booking, the oldest first. */
export const BookingHistory = z.strictObject({ items: z.array(BookingEvent) });
export type BookingHistory = z.infer<typeof BookingHistory>;

/** Why a step or a request is not possible; the `details` of a `conflict` carry it, with the booking as it is. */
export type BookingConflict =
  | "stale_version"
  | "illegal_step"
  | "deadline_passed"
  | "dates_held"
  | "already_requested"
  | "not_free_yet";

import type { Booking, BookingConflict } from "#lib/contract/bookings.ts";
import { type Failure, fail } from "../fail.ts";

const WORDS: Record<BookingConflict, string> = {
  stale_version: "This booking has changed meanwhile.",
  illegal_step: "This is not possible any more.",
  deadline_passed: "The time for this is over.",
  dates_held: "The room is taken on these dates.",
  already_requested: "You have asked for this room on these dates already.",
  not_free_yet: "This room is not free yet on these dates.",
};

/** Why a step or a request cannot be, with the booking as it is where there is one. */
export const bookingConflict = (reason: BookingConflict, booking?: Booking): Failure =>
  fail("conflict", { message: WORDS[reason], details: { reason, ...(booking ? { booking } : {}) } });

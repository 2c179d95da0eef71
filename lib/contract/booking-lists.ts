import type { BookingGroup, BookingStatus } from "./bookings.ts";

/** Lists that both sides go through. Apart from the schemas, which a browser does not load. */

export const declineReasons = ["no_longer_free", "dates_do_not_fit", "not_a_match", "other"] as const;
export const cancelReasons = ["plans_changed", "found_another", "no_longer_free", "problem_with_the_room", "other"] as const;

/** How a list of bookings is divided: what waits for one of the two, what is agreed, what has ended. */
export const bookingGroups = {
  waiting: ["requested", "approved"],
  agreed: ["confirmed", "checked_in"],
  over: ["completed", "declined", "withdrawn", "cancelled", "expired"],
} as const satisfies Record<BookingGroup, readonly BookingStatus[]>;

import { type BookingShow, bookingShows } from "#lib/client/query-keys.ts";

/** Which bookings an address asks for; all of them when it says nothing that is known. */
export const showOf = (given: string | string[] | null | undefined): BookingShow =>
  bookingShows.find((show) => show === given) ?? "all";

import type { Booking, BookingConflict } from "#lib/contract/bookings.ts";
import { asApiError } from "./api.ts";

/** Why a request or a step was not possible, and what the answer says of how things stand. */
export type Conflict = { reason: BookingConflict; booking?: Booking };

const reasons: Record<BookingConflict, true> = {
  stale_version: true,
  illegal_step: true,
  deadline_passed: true,
  dates_held: true,
  already_requested: true,
  not_free_yet: true,
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isReason = (value: unknown): value is BookingConflict => typeof value === "string" && Object.hasOwn(reasons, value);
/** As far as it decides anything here; the rest is the contract's. */
const isBooking = (value: unknown): value is Booking =>
  isRecord(value) && typeof value.id === "string" && typeof value.version === "number";

/** What a refusal tells of a booking; nothing for refusals that are not about one. */
export const bookingConflict = (error: unknown): Conflict | undefined => {
  const { code, details } = asApiError(error);
  if (code !== "conflict" || !isRecord(details) || !isReason(details.reason)) return undefined;
  const { reason, booking } = details;
  return { reason, ...(isBooking(booking) ? { booking } : {}) };
};

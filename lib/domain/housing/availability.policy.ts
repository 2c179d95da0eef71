import type { BookingStatus } from "#lib/contract/bookings.ts";
import type { RoomAvailability } from "#lib/contract/housing.ts";
import { holdsRoom, takesRoom } from "../bookings/booking.policy.ts";

type Held = { status: BookingStatus; to: string; deadlineAt: Date | null };
export type RoomState = Omit<RoomAvailability, "listingId" | "roomId" | "updatedAt">;

const latest = (days: string[]): string | null =>
  days.reduce<string | null>((last, day) => (last && last > day ? last : day), null);

const earliestOf = (times: Date[]): string | null =>
  times.sort((one, other) => one.getTime() - other.getTime())[0]?.toISOString() ?? null;

const statusOf = (letUntil: string | null, heldUntil: string | null, requests: number): RoomState["status"] => {
  if (letUntil !== null) return "let";
  if (heldUntil !== null) return "held";
  return requests > 0 ? "requested" : "free";
};

/**
 * How a room stands, from the bookings of it that are not over and end after `today`. It is free from the day on which the
 * last of those that hold it ends: a gap before it is for whoever asks for just these dates.
 */
export const roomState = (availableFrom: string, bookings: Held[]): RoomState => {
  const letUntil = latest(bookings.filter(({ status }) => takesRoom(status)).map(({ to }) => to));
  const approved = bookings.filter(({ status }) => status === "approved");
  const heldUntil = earliestOf(approved.flatMap(({ deadlineAt }) => deadlineAt ?? []));
  const requests = bookings.filter(({ status }) => status === "requested").length;
  const lastHeld = latest(bookings.filter(({ status }) => holdsRoom(status)).map(({ to }) => to));
  return {
    status: statusOf(letUntil, heldUntil, requests),
    requests,
    heldUntil,
    letUntil,
    availableFrom: lastHeld !== null && lastHeld > availableFrom ? lastHeld : availableFrom,
  };
};

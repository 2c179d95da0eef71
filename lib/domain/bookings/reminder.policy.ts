import type { BookingStatus } from "#lib/contract/bookings.ts";

/** At these shares of the time there is, each once. */
const SHARES = [0.5, 0.9] as const;

export const reminderTimes = (from: Date, deadline: Date): { share: number; at: Date }[] =>
  SHARES.map((share) => ({ share, at: new Date(from.getTime() + (deadline.getTime() - from.getTime()) * share) }));

/** Whose turn it is while a booking has a deadline. */
export const whoActs = (status: BookingStatus): "student" | "landlord" => (status === "requested" ? "landlord" : "student");

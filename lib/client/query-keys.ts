import type { BookingGroup } from "#lib/contract/bookings.ts";
import type { ListName } from "./apply-answer.ts";

/** Which of one's bookings a list holds. */
export const bookingShows = ["all", "waiting", "agreed", "over"] as const satisfies readonly (BookingGroup | "all")[];
export type BookingShow = (typeof bookingShows)[number];

/** The names of what the query cache holds; the server hands its first answers over under the same ones. */
export const queryKeys = {
  lists: ["conversations"] as const,
  list: ({ filter, q }: ListName) => ["conversations", filter, q] as const,
  conversations: ["conversation"] as const,
  conversation: (id: string) => ["conversation", id] as const,
  threads: ["thread"] as const,
  thread: (id: string) => ["thread", id] as const,
  /** Totals and marks that belong to no single conversation. */
  ledger: ["ledger"] as const,
  notifications: ["notifications"] as const,
  notificationList: ["notifications", "list"] as const,
  notificationCount: ["notifications", "count"] as const,
  bookings: ["bookings"] as const,
  bookingList: (show: BookingShow) => ["bookings", "list", show] as const,
  bookingOnes: ["bookings", "one"] as const,
  booking: (id: string) => ["bookings", "one", id] as const,
  bookingsIn: (conversationId: string) => ["bookings", "in", conversationId] as const,
  bookingHistory: (id: string, version: number) => ["bookings", "history", id, version] as const,
  listing: (id: string) => ["listing", id] as const,
  viewings: ["viewings"] as const,
  viewingsOf: (filter: "open" | "past") => ["viewings", filter] as const,
  alerts: ["alerts"] as const,
  rooms: (listingId: string) => ["rooms", listingId] as const,
};

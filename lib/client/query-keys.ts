import type { ListName } from "./apply-answer.ts";

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
  preferences: ["preferences"] as const,
  blocks: ["blocks"] as const,
  mutes: ["mutes"] as const,
  sessions: ["sessions"] as const,
  listing: (id: string) => ["listing", id] as const,
  ownListings: ["own listings"] as const,
  ownListing: (id: string) => ["own listing", id] as const,
  rooms: (listingId: string) => ["rooms", listingId] as const,
};

import type { Socket } from "socket.io";
import { limits } from "#lib/contract/limits.ts";
import { fail } from "#lib/domain/fail.ts";
import { listingRoom } from "./rooms.ts";

/** The listings whose rooms one connection hears of: few, since a page shows few. */
export const createListingWatches = (socket: Pick<Socket, "join" | "leave">) => {
  const watched = new Set<string>();
  return {
    /** @throws {Failure} conflict when it watches too many already */
    begin: async (listingId: string): Promise<void> => {
      if (!watched.has(listingId) && watched.size >= limits.watchedListings) {
        throw fail("conflict", { message: `A connection watches at most ${limits.watchedListings} listings.` });
      }
      watched.add(listingId);
      await socket.join(listingRoom(listingId));
    },
    end: async (listingId: string): Promise<void> => {
      watched.delete(listingId);
      await socket.leave(listingRoom(listingId));
    },
  };
};
export type ListingWatches = ReturnType<typeof createListingWatches>;

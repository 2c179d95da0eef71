import type { Socket } from "socket.io";
import { limits } from "#lib/contract/limits.ts";
import { fail } from "#lib/domain/fail.ts";
import { joinRooms } from "./join-rooms.ts";
import { isListingRoom, listingRoom } from "./rooms.ts";

/** Lets a connection hear of the rooms of a listing: of few, since a page shows few. @throws {Failure} conflict when it watches too many already */
export const watchListing = async (socket: Pick<Socket, "connected" | "join" | "rooms">, listingId: string): Promise<void> => {
  const room = listingRoom(listingId);
  if (!socket.rooms.has(room) && [...socket.rooms].filter(isListingRoom).length >= limits.watchedListings) {
    throw fail("conflict", { message: `A connection watches at most ${limits.watchedListings} listings.` });
  }
  await joinRooms(socket, [room]);
};

export const unwatchListing = async (socket: Pick<Socket, "leave">, listingId: string): Promise<void> => {
  await socket.leave(listingRoom(listingId));
};

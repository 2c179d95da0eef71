import type { QueryClient } from "@tanstack/react-query";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { RoomAvailability } from "#lib/contract/housing.ts";
import { limits } from "#lib/contract/limits.ts";
import { type KnownRooms, knownRooms, withRoom } from "./known-rooms.ts";
import { queryKeys } from "./query-keys.ts";
import type { Realtime } from "./realtime.ts";

type Deps = {
  request: Realtime["request"];
  listen: Realtime["listen"];
  /** All rooms of a listing, as they stand now. */
  onRooms: (listingId: string, rooms: RoomAvailability[]) => void;
  /** One of them has changed. */
  onRoom: (room: RoomAvailability) => void;
};

type Watched = {
  /** How many parts of the page show it now. */
  views: number;
  /** What is known is whole: from now on each change is heard. */
  isKnown: boolean;
  /** Something changed while the answer was on its way: which of the two is newer cannot be told. */
  isStale: boolean;
};

/**
 * Follows how the rooms of listings stand, over the one line. The server lets a connection watch only so many: what nobody
 * has looked at for longest makes room. A new connection asks again for what is looked at, and knows it afresh.
 */
export const createListingWatch = ({ request, listen, onRooms, onRoom }: Deps) => {
  /** Seen longest ago first. */
  const watched = new Map<string, Watched>();

  const ask = async (listingId: string, entry: Watched): Promise<void> => {
    entry.isStale = false;
    const answer = await request("listing:watch", { listingId });
    if (watched.get(listingId) !== entry) return;
    if (answer.ok) {
      entry.isKnown = true;
      onRooms(listingId, answer.data.rooms);
      if (entry.isStale) void ask(listingId, entry);
    } else if (answer.error.code === "rate_limited") {
      setTimeout(() => void ask(listingId, entry), answer.error.retryAfterMs ?? 1_000);
    }
  };

  const forget = (listingId: string): void => {
    watched.delete(listingId);
    void request("listing:unwatch", { listingId });
  };

  const makeRoom = (): void => {
    const [oldest] = [...watched].find(([, { views }]) => views === 0) ?? [...watched][0] ?? [];
    if (oldest !== undefined && watched.size >= limits.watchedListings) forget(oldest);
  };

  const begin = (listingId: string): Watched => {
    makeRoom();
    const entry = { views: 0, isKnown: false, isStale: false };
    watched.set(listingId, entry);
    void ask(listingId, entry);
    return entry;
  };

  /** Moves it to the end of the queue. */
  const refresh = (listingId: string, entry: Watched): Watched => {
    watched.delete(listingId);
    watched.set(listingId, entry);
    return entry;
  };

  const askAgain = (): void => {
    for (const [listingId, entry] of [...watched]) {
      if (entry.views === 0) watched.delete(listingId);
      else {
        entry.isKnown = false;
        void ask(listingId, entry);
      }
    }
  };

  const hear = (news: ServerEventMessage): void => {
    if (news.event === "session:ready") askAgain();
    if (news.event !== "room:availability") return;
    const entry = watched.get(news.payload.listingId);
    if (!entry) return;
    entry.isStale = true;
    if (entry.isKnown) onRoom(news.payload);
  };
  const stop = listen(hear);

  return {
    /** Somebody looks at this listing. Returns what to call when they look elsewhere. */
    see: (listingId: string): (() => void) => {
      const known = watched.get(listingId);
      const entry = known ? refresh(listingId, known) : begin(listingId);
      entry.views += 1;
      return () => {
        entry.views -= 1;
      };
    },
    stop,
  };
};
export type ListingWatch = ReturnType<typeof createListingWatch>;

const watches = new WeakMap<Realtime, ListingWatch>();

/** The one watch of a connection: what it learns stands in the query cache, for whichever page shows it. */
export const listingWatchOf = (realtime: Realtime, client: QueryClient): ListingWatch => {
  const made =
    watches.get(realtime) ??
    createListingWatch({
      request: realtime.request,
      listen: realtime.listen,
      onRooms: (listingId, rooms) => client.setQueryData(queryKeys.rooms(listingId), knownRooms(rooms)),
      onRoom: (room) =>
        client.setQueryData<KnownRooms>(queryKeys.rooms(room.listingId), (known) => known && withRoom(known, room)),
    });
  watches.set(realtime, made);
  return made;
};

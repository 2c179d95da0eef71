import type { Listing, ListingPage, ListingQuery, WatchedRooms } from "#lib/contract/housing.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { fail } from "../fail.ts";
import { decodePlace, encodePlace } from "../place-cursor.ts";
import type { Clock } from "../ports.ts";
import { availabilityOfListing, findRoomStates } from "./availability.reader.ts";
import { presentListing, presentListingSummary, type StandingRoom } from "./listing.presenter.ts";
import { countListings, findListing, findListings, findRooms, type ListingRow } from "./listing.repository.ts";

type Deps = { database: Database; clock: Clock };

const roomsOf = (rooms: StandingRoom[], listing: ListingRow): StandingRoom[] =>
  rooms.filter(({ listingId }) => listingId === listing.id);

const cursorAfter = ({ publishedAt, id }: ListingRow): string | null => publishedAt && encodePlace({ at: publishedAt, id });

export const createListingService = ({ database, clock }: Deps) => {
  const today = () => clock().toISOString().slice(0, 10);

  const standingRooms = async (db: Db, listingIds: string[]): Promise<StandingRoom[]> => {
    const rooms = await findRooms(db, listingIds);
    const states = await findRoomStates(db, rooms, today());
    return rooms.flatMap((room) => {
      const state = states.get(room.id);
      return state ? [{ ...room, ...state }] : [];
    });
  };

  return {
    /** Published listings that have a room which fits, newest first. @throws {Failure} validation_failed for a foreign cursor */
    search: ({ cursor, limit, ...search }: ListingQuery): Promise<ListingPage> => {
      const after = cursor === undefined ? undefined : decodePlace(cursor);
      return database.read(async (db) => {
        const rows = await findListings(db, search, after, limit + 1);
        const shown = rows.slice(0, limit);
        const ids = shown.map(({ id }) => id);
        const [rooms, total] = await Promise.all([standingRooms(db, ids), countListings(db, search)]);
        const last = rows.length > limit ? shown.at(-1) : undefined;
        const items = shown.map((row) => presentListingSummary(row, roomsOf(rooms, row), today()));
        return { items, nextCursor: last ? cursorAfter(last) : null, total };
      });
    },

    /** @throws {Failure} not_found, also for a draft */
    get: (id: string): Promise<Listing> =>
      database.read(async (db) => {
        const row = await findListing(db, id);
        if (!row) throw fail("not_found");
        return presentListing(row, await standingRooms(db, [id]), today());
      }),

    /** How the rooms of a listing stand now. @throws {Failure} not_found, also for a draft */
    rooms: (id: string): Promise<WatchedRooms> =>
      database.read(async (db) => {
        if (!(await findListing(db, id))) throw fail("not_found");
        return { rooms: await availabilityOfListing(db, id, clock()) };
      }),
  };
};

import * as z from "zod";
import type {
  Listing,
  ListingPage,
  ListingQuery,
  ListingSort,
  ListingSummary,
  Looser,
  SearchPart,
  WatchedRooms,
} from "#lib/contract/housing.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { fail } from "../fail.ts";
import { decodeCursor, decodePlace, encodeCursor, encodePlace } from "../place-cursor.ts";
import type { Clock } from "../ports.ts";
import type { ResponseService } from "../responses/response.service.ts";
import { availabilityOfListing, findRoomStates } from "./availability.reader.ts";
import { presentListing, presentListingSummary, type StandingRoom } from "./listing.presenter.ts";
import {
  countListings,
  findCheapest,
  findCityLike,
  findListing,
  findNewest,
  findPhotos,
  findPublished,
  findRooms,
  type ListingRow,
  type Search,
} from "./listing.repository.ts";

type Deps = { database: Database; responses: Pick<ResponseService, "of">; clock: Clock };

const roomsOf = (rooms: StandingRoom[], listing: ListingRow): StandingRoom[] =>
  rooms.filter(({ listingId }) => listingId === listing.id);

const ByRent = z.tuple([z.int(), z.uuid()]);

/** The rows of a page and one more, in the order that was asked for. @throws {Failure} validation_failed for a foreign cursor */
const findPage = (db: Db, { cursor, limit, sort, ...search }: ListingQuery): Promise<ListingRow[]> => {
  if (sort === "newest") return findNewest(db, search, cursor === undefined ? undefined : decodePlace(cursor), limit + 1);
  const [rentCents, id] = cursor === undefined ? [] : decodeCursor(ByRent, cursor);
  const after = rentCents === undefined || id === undefined ? undefined : { rentCents, id };
  return findCheapest(db, search, after, limit + 1);
};

/** Where the page after this home begins. */
const cursorAfter = (sort: ListingSort, { publishedAt, id }: ListingRow, { rentFromCents }: ListingSummary): string | null => {
  if (sort === "rent") return encodeCursor([rentFromCents, id]);
  return publishedAt && encodePlace({ at: publishedAt, id });
};

/** A search without one of its parts, for each part that it has. */
const looserSearches = (search: Search): { part: SearchPart; search: Search }[] => {
  const { q: _q, ...withoutWords } = search;
  const { city: _city, ...withoutCity } = search;
  const { maxRentCents: _rent, ...withoutRent } = search;
  const { moveIn: _in, moveOut: _out, ...withoutDates } = search;
  const all = [
    { part: "q", has: search.q?.trim(), search: withoutWords },
    { part: "city", has: search.city?.trim(), search: withoutCity },
    { part: "maxRentCents", has: search.maxRentCents !== undefined, search: withoutRent },
    { part: "dates", has: search.moveIn, search: withoutDates },
  ] as const;
  return all.filter(({ has }) => has);
};

export const createListingService = ({ database, responses, clock }: Deps) => {
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
    /** Published listings that have a room which fits. @throws {Failure} validation_failed for a foreign cursor */
    search: (query: ListingQuery): Promise<ListingPage> =>
      database.read(async (db) => {
        const rows = await findPage(db, query);
        const shown = rows.slice(0, query.limit);
        const ids = shown.map(({ id }) => id);
        const [rooms, total] = await Promise.all([standingRooms(db, ids), countListings(db, query)]);
        const items = shown.map((row) => presentListingSummary(row, roomsOf(rooms, row), today()));
        const [lastRow, lastItem] = rows.length > query.limit ? [shown.at(-1), items.at(-1)] : [];
        return { items, nextCursor: lastRow && lastItem ? cursorAfter(query.sort, lastRow, lastItem) : null, total };
      }),

    /** What to leave out of a search that finds nothing. */
    looser: (search: Search): Promise<Looser> =>
      database.read(async (db) => {
        const counted = await Promise.all(
          looserSearches(search).map(async ({ part, search: looser }) => ({ part, total: await countListings(db, looser) })),
        );
        const without = counted.filter(({ total }) => total > 0).sort((one, other) => other.total - one.total);
        const city = search.city?.trim() ? await findCityLike(db, search.city.trim()) : undefined;
        return { without, city: city ?? null };
      }),

    /** Every home that may be found, the newest first, for those who list what is there. */
    published: (limit: number): Promise<{ id: string; publishedAt: Date | null }[]> =>
      database.read((db) => findPublished(db, limit)),

    /** A landlord (`viewerId`) sees what is not published yet as others will. @throws {Failure} not_found, also for a draft */
    get: (id: string, viewerId?: string): Promise<Listing> =>
      database.read(async (db) => {
        const row = await findListing(db, id, viewerId);
        if (!row) throw fail("not_found");
        const [rooms, photos, figures] = await Promise.all([
          standingRooms(db, [id]),
          findPhotos(db, id),
          responses.of(row.landlordId),
        ]);
        return presentListing(row, { rooms, photos, responses: figures }, today());
      }),

    /** How the rooms of a listing stand now. @throws {Failure} not_found, also for a draft */
    rooms: (id: string): Promise<WatchedRooms> =>
      database.read(async (db) => {
        if (!(await findListing(db, id))) throw fail("not_found");
        return { rooms: await availabilityOfListing(db, id, clock()) };
      }),
  };
};

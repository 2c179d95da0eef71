import type { NewRoom, OwnListing, RoomChange, RoomOffer } from "#lib/contract/own-listings.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { ContentJudge } from "../messages/content.policy.ts";
import type { Clock, NewId, Publisher } from "../ports.ts";
import { availabilityOfRooms } from "./availability.reader.ts";
import { assertOffer, assertRoomFor, assertShowable, homeConflict } from "./home.policy.ts";
import * as homes from "./home.repository.ts";
import { assertHomeTexts } from "./home-texts.policy.ts";
import { loadOwn, lockOwn } from "./own-listing.service.ts";

type Deps = { database: Database; publish: Publisher; content: Pick<ContentJudge, "scan">; clock: Clock; newId: NewId };

/** What a transaction comes to, and the room that whoever watches is to hear of. */
type Outcome = { listing: OwnListing; tell: () => void };

export const createRoomService = ({ database, publish, content, clock, newId }: Deps) => {
  /** What those who watch are told of a room that was written before, once it is committed. */
  const newsOf = async (db: Db, roomId: string): Promise<() => void> => {
    const rooms = await availabilityOfRooms(db, [roomId], clock());
    return () => {
      for (const room of rooms) publish.toWatchers(room.listingId, "room:availability", room);
    };
  };

  const listingOf = async (roomId: string): Promise<string> => {
    const listingId = await database.read((db) => homes.listingOfRoom(db, roomId));
    if (listingId === undefined) throw fail("not_found");
    return listingId;
  };

  const settle = async (work: (db: Db) => Promise<Outcome>): Promise<OwnListing> => {
    const { listing, tell } = await database.write(work);
    tell();
    return listing;
  };

  const assertOffered = (day: string | undefined): void => {
    if (day !== undefined) assertOffer(day, clock().toISOString().slice(0, 10));
  };

  const change = async (actor: Actor, id: string, input: RoomChange): Promise<OwnListing> => {
    assertOffered(input.availableFrom);
    assertHomeTexts(content, { name: input.name });
    const listingId = await listingOf(id);
    return settle(async (db) => {
      await lockOwn(db, actor, listingId);
      await homes.updateRoom(db, id, homes.given(input));
      const tell = input.availableFrom === undefined ? () => undefined : await newsOf(db, id);
      return { listing: await loadOwn(db, actor, listingId, clock()), tell };
    });
  };

  return {
    /** @throws {Failure} not_found, forbidden, validation_failed, content_rejected, conflict when there are too many */
    add: async (actor: Actor, listingId: string, input: NewRoom): Promise<OwnListing> => {
      assertOffered(input.availableFrom);
      assertHomeTexts(content, { name: input.name });
      return settle(async (db) => {
        await lockOwn(db, actor, listingId);
        assertRoomFor("roomsOfListing", await homes.countRooms(db, listingId));
        const id = newId();
        await homes.insertRoom(db, { id, listingId, ...input });
        const tell = await newsOf(db, id);
        return { listing: await loadOwn(db, actor, listingId, clock()), tell };
      });
    },

    /** Bookings keep the price that they were made at. @throws {Failure} not_found, forbidden, validation_failed */
    change,

    /** @throws {Failure} not_found, forbidden, validation_failed */
    offer: (actor: Actor, id: string, input: RoomOffer): Promise<OwnListing> => change(actor, id, input),

    /** @throws {Failure} not_found, forbidden, conflict for a room that was asked for, or the last one of what others see */
    remove: async (actor: Actor, id: string): Promise<OwnListing> => {
      const listingId = await listingOf(id);
      return database.write(async (db) => {
        const home = await lockOwn(db, actor, listingId);
        if (await homes.isRoomInUse(db, id)) throw homeConflict("in_use");
        await homes.deleteRoom(db, id);
        if (home.publishedAt) assertShowable(home, await homes.countRooms(db, listingId));
        return loadOwn(db, actor, listingId, clock());
      });
    },
  };
};

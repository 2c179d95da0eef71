import type { ListingChange, NewListing, OwnListing, OwnListings } from "#lib/contract/own-listings.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { ContentJudge } from "../messages/content.policy.ts";
import type { BlobStore, Clock, NewId } from "../ports.ts";
import {
  afterPausing,
  afterPublishing,
  assertLandlord,
  assertOwn,
  assertRoomFor,
  assertShowable,
  homeConflict,
} from "./home.policy.ts";
import * as homes from "./home.repository.ts";
import { assertHomeTexts } from "./home-texts.policy.ts";
import { findOwnListings } from "./own-listing.reader.ts";
import { keysOf } from "./photo-keys.ts";

type Deps = { database: Database; blobs: BlobStore; content: Pick<ContentJudge, "scan">; clock: Clock; newId: NewId };

/** @throws {Failure} not_found for anybody else's */
export const loadOwn = async (db: Db, actor: Actor, id: string, now: Date): Promise<OwnListing> => {
  const today = now.toISOString().slice(0, 10);
  const [found] = await findOwnListings(db, { landlordId: actor.userId, id, today });
  if (!found) throw fail("not_found");
  return found;
};

/** A listing of the actor's, held still. @throws {Failure} not_found, forbidden */
export const lockOwn = async (db: Db, actor: Actor, id: string, options?: { deletion: boolean }) => {
  const home = await homes.lockListing(db, id, options);
  assertOwn(actor, home);
  if (!home) throw fail("not_found");
  return home;
};

export const createOwnListingService = ({ database, blobs, content, clock, newId }: Deps) => {
  const publication = (status: ListingChange["status"], home: homes.LockedListing) => {
    if (status === undefined) return {};
    return status === "published" ? afterPublishing(home, clock()) : afterPausing(home);
  };

  return {
    /** A landlord's homes, the newest first. @throws {Failure} forbidden for anybody else */
    list: async (actor: Actor): Promise<OwnListings> => {
      assertLandlord(actor);
      const settings = { landlordId: actor.userId, today: clock().toISOString().slice(0, 10) };
      return { items: await database.read((db) => findOwnListings(db, settings)) };
    },

    /** @throws {Failure} not_found for anybody else's */
    get: (actor: Actor, id: string): Promise<OwnListing> => database.read((db) => loadOwn(db, actor, id, clock())),

    /** Begins a draft. @throws {Failure} forbidden, content_rejected, conflict when there are too many */
    create: async (actor: Actor, input: NewListing): Promise<OwnListing> => {
      assertLandlord(actor);
      assertHomeTexts(content, input);
      return database.write(async (db) => {
        assertRoomFor("listingsOfLandlord", await homes.countListingsOf(db, actor.userId));
        const id = newId();
        const empty = { city: "", street: "", tagline: "", description: "", amenities: [], photoUrls: [] };
        const { title, city, street, tagline, description, amenities } = input;
        const told = { title, city, street, tagline, description, amenities };
        await homes.insertListing(db, { ...empty, ...homes.given(told), title, id, landlordId: actor.userId });
        return loadOwn(db, actor, id, clock());
      });
    },

    /** @throws {Failure} not_found, forbidden, content_rejected, conflict when what others see would lack something */
    change: (actor: Actor, id: string, { status, ...texts }: ListingChange): Promise<OwnListing> =>
      database.write(async (db) => {
        const home = await lockOwn(db, actor, id);
        const change = { ...homes.given(texts), ...publication(status, home) };
        const after = { ...home, ...change };
        assertHomeTexts(content, texts);
        if (after.publishedAt) {
          assertShowable(after, await homes.countRooms(db, id));
          // A draft may be older than the rules of today.
          if (!home.publishedAt) assertHomeTexts(content, homes.textsOf(after));
        }
        await homes.updateListing(db, id, change);
        return loadOwn(db, actor, id, clock());
      }),

    /** @throws {Failure} not_found, forbidden, conflict for what somebody has asked about or booked */
    remove: async (actor: Actor, id: string): Promise<Record<string, never>> => {
      const urls = await database.write(async (db) => {
        await lockOwn(db, actor, id, { deletion: true });
        if (await homes.isListingInUse(db, id)) throw homeConflict("in_use");
        return homes.deleteListing(db, id);
      });
      await blobs.remove(urls.flatMap(keysOf));
      return {};
    },
  };
};

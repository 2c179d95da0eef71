import type { OwnListing, PhotoChange } from "#lib/contract/own-listings.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { BlobStore, Clock, Log, NewId, Pictures } from "../ports.ts";
import { assertRoomFor, assertSameIds } from "./home.policy.ts";
import * as homes from "./home.repository.ts";
import { findOwnPhotos } from "./own-listing.reader.ts";
import { loadOwn, lockOwn } from "./own-listing.service.ts";
import { keysOf, photoUrl } from "./photo-keys.ts";

type Deps = { database: Database; blobs: BlobStore; pictures: Pictures; clock: Clock; newId: NewId; log: Log };

export const createPhotoService = ({ database, blobs, pictures, clock, newId, log }: Deps) => {
  /** Before a large body is worked on, and once more when it is written. */
  const assertWanted = async (db: Db, actor: Actor, listingId: string): Promise<void> => {
    await lockOwn(db, actor, listingId);
    assertRoomFor("photosOfListing", await homes.countPhotos(db, listingId));
  };

  /** Files whose row is gone, or never came. Nobody can find them: it is no failure when they stay. */
  const drop = (url: string): Promise<void> =>
    blobs.remove(keysOf(url)).catch((error: unknown) => log.warn({ error, url }, "the files of a photo stay behind"));

  const keep = async (url: string, bytes: Uint8Array): Promise<void> => {
    const { full, small } = await pictures.convert(bytes);
    const [fullKey = "", smallKey = ""] = keysOf(url);
    await blobs.put(smallKey, small);
    await blobs.put(fullKey, full);
  };

  const listingOf = async (photoId: string): Promise<string> => {
    const listingId = await database.read((db) => homes.listingOfPhoto(db, photoId));
    if (listingId === undefined) throw fail("not_found");
    return listingId;
  };

  return {
    /** The files are there before the row that names them. @throws {Failure} not_found, forbidden, validation_failed, conflict */
    add: async (actor: Actor, listingId: string, bytes: Uint8Array): Promise<OwnListing> => {
      await database.write((db) => assertWanted(db, actor, listingId));
      const id = newId();
      const url = photoUrl(id);
      try {
        await keep(url, bytes);
        return await database.write(async (db) => {
          await assertWanted(db, actor, listingId);
          await homes.insertPhoto(db, { id, listingId, url });
          return loadOwn(db, actor, listingId, clock());
        });
      } catch (error) {
        await drop(url);
        throw error;
      }
    },

    /** @throws {Failure} not_found, forbidden, validation_failed when it does not name each once */
    order: (actor: Actor, listingId: string, ids: string[]): Promise<OwnListing> =>
      database.write(async (db) => {
        await lockOwn(db, actor, listingId);
        const known = await findOwnPhotos(db, [listingId]);
        assertSameIds(
          ids,
          known.map(({ id }) => id),
        );
        await homes.orderPhotos(db, listingId, ids);
        return loadOwn(db, actor, listingId, clock());
      }),

    /** @throws {Failure} not_found, forbidden */
    change: async (actor: Actor, id: string, { alt }: PhotoChange): Promise<OwnListing> => {
      const listingId = await listingOf(id);
      return database.write(async (db) => {
        await lockOwn(db, actor, listingId);
        await homes.updatePhoto(db, id, alt);
        return loadOwn(db, actor, listingId, clock());
      });
    },

    /** @throws {Failure} not_found, forbidden */
    remove: async (actor: Actor, id: string): Promise<OwnListing> => {
      const listingId = await listingOf(id);
      const { url, listing } = await database.write(async (db) => {
        await lockOwn(db, actor, listingId);
        const gone = await homes.deletePhoto(db, listingId, id);
        return { url: gone, listing: await loadOwn(db, actor, listingId, clock()) };
      });
      if (url !== undefined) await drop(url);
      return listing;
    },
  };
};

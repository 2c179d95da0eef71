import type { NewSavedReply, SavedReplies, SavedReply, SavedReplyChange } from "#lib/contract/saved-replies.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { NewId } from "../ports.ts";
import { assertMaySave, assertRoomForReply } from "./saved-reply.policy.ts";
import { deleteReply, findReplies, insertReply, lockReplyCount, updateReply } from "./saved-reply.repository.ts";

type Deps = { database: Database; newId: NewId };

/** What a landlord answers with. Nobody else learns of it: there is nothing to announce. */
export const createSavedReplyService = ({ database, newId }: Deps) => ({
  /** @throws {Failure} forbidden */
  list: async (actor: Actor): Promise<SavedReplies> => {
    assertMaySave(actor);
    return { items: await database.read((db) => findReplies(db, actor.userId)) };
  },

  /** @throws {Failure} forbidden, conflict when there are too many */
  add: async (actor: Actor, { title, text }: NewSavedReply): Promise<SavedReply> => {
    assertMaySave(actor);
    return database.write(async (db) => {
      assertRoomForReply(await lockReplyCount(db, actor.userId));
      return insertReply(db, { id: newId(), userId: actor.userId, title, text });
    });
  },

  /** @throws {Failure} forbidden, not_found also for somebody else's */
  change: async (actor: Actor, id: string, change: SavedReplyChange): Promise<SavedReply> => {
    assertMaySave(actor);
    const changed = await database.write((db) => updateReply(db, actor.userId, id, change));
    if (!changed) throw fail("not_found");
    return changed;
  },

  /** @throws {Failure} forbidden, not_found also for somebody else's */
  remove: async (actor: Actor, id: string): Promise<Record<string, never>> => {
    assertMaySave(actor);
    const isGone = await database.write((db) => deleteReply(db, actor.userId, id));
    if (!isGone) throw fail("not_found");
    return {};
  },
});

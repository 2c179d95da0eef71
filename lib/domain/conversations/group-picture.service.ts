import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { BlobStore, Log, NewId, Pictures } from "../ports.ts";
import { type Company, ledBy } from "./group.policy.ts";
import { isPictureOf, lockCompany, savePicture } from "./group.repository.ts";
import { groupPictureKey } from "./group-picture-keys.ts";
import { type GroupSteps, lineOf, type Step } from "./group-steps.service.ts";

type Deps = { database: Database; blobs: BlobStore; pictures: Pictures; newId: NewId; log: Log; steps: GroupSteps };
type Change = { pictureId: string | null; event: "picture_set" | "picture_removed" };

/** The pictures of groups: set and taken away by who leads one, seen by who is in it. */
export const createGroupPictureService = ({ database, blobs, pictures, newId, log, steps }: Deps) => {
  const assertLeads = (actor: Actor, id: string): Promise<Company> =>
    database.write(async (db) => {
      const group = ledBy(await lockCompany(db, id), actor.userId);
      await steps.assertMaySpeak(db, actor.userId);
      return group;
    });

  /** Nobody can find it any more: it is no failure when it stays. */
  const drop = async (pictureId: string | null): Promise<void> => {
    if (pictureId === null) return;
    await blobs
      .remove([groupPictureKey(pictureId)])
      .catch((error: unknown) => log.warn({ error, pictureId }, "the picture of a group stays behind"));
  };

  const change = async (actor: Actor, id: string, { pictureId, event }: Change): Promise<ConversationSummary> => {
    const { step, before } = await database.write(async (db): Promise<{ step: Step; before: string | null }> => {
      const group = ledBy(await lockCompany(db, id), actor.userId);
      await steps.assertMaySpeak(db, actor.userId);
      if (group.pictureId === pictureId) return { before: null, step: await steps.unchanged(db, id) };
      await savePicture(db, id, pictureId);
      return { before: group.pictureId, step: await steps.write(db, actor, id, [lineOf(event)]) };
    });
    steps.announce(step);
    await drop(before);
    return steps.viewOf(step, actor.userId);
  };

  return {
    /**
     * The file is there before the row that names it.
     * @throws {Failure} not_participant, conflict for no group, forbidden for no admin, suspended, validation_failed for no picture
     */
    set: async (actor: Actor, id: string, bytes: Uint8Array): Promise<ConversationSummary> => {
      // Before a large body is worked on, and once more when it is written.
      await assertLeads(actor, id);
      const pictureId = newId();
      await blobs.put(groupPictureKey(pictureId), await pictures.square(bytes));
      return change(actor, id, { pictureId, event: "picture_set" }).catch(async (error: unknown) => {
        await drop(pictureId);
        throw error;
      });
    },

    /** @throws {Failure} not_participant, conflict for no group, forbidden for no admin, suspended */
    remove: (actor: Actor, id: string): Promise<ConversationSummary> =>
      change(actor, id, { pictureId: null, event: "picture_removed" }),

    /** It is asked each time whether one may see it. @throws {Failure} not_found */
    open: async ({ userId }: Actor, id: string, pictureId: string) => {
      const isSeen = await database.read((db) => isPictureOf(db, { id, pictureId, userId }));
      const blob = isSeen ? await blobs.open(groupPictureKey(pictureId)) : undefined;
      if (!blob) throw fail("not_found");
      return blob;
    },
  };
};

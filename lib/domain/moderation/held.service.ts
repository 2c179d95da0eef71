import type { HeldList, HeldPlace } from "#lib/contract/held.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { HeldAnnouncer } from "../messages/held.announcer.ts";
import { presentHeld } from "../messages/held.presenter.ts";
import type { Clock, Publisher } from "../ports.ts";
import { createSharedRead } from "../shared-read.ts";
import { countOwnHeld, findOwnHeld } from "./held.reader.ts";
import { deleteHeld, dropDecided, dropSent, lockHeld, putAway } from "./held.repository.ts";

type Deps = { database: Database; publish: Publisher; heldNews: HeldAnnouncer; clock: Clock };

/** So long what was decided is known: who sends it again gets the same answer. */
const DECIDED_MS = 30 * 86_400_000;

/** What its writer sees of a message that waits, and can do about it. */
export const createHeldService = ({ database, publish, heldNews, clock }: Deps) => {
  const countOf = createSharedRead((senderIds) => database.byKeys.read((db) => countOwnHeld(db, senderIds)));

  return {
    list: async ({ userId }: Actor): Promise<HeldList> => ({
      items: (await database.read((db) => findOwnHeld(db, userId))).map(presentHeld),
    }),

    count: async ({ userId }: Actor): Promise<number> => (await countOf(userId)) ?? 0,

    /**
     * Takes back what waits, as if it had never been sent; of what was refused one sees no more.
     * @throws {Failure} not_found, conflict for what was let out meanwhile
     */
    withdraw: async ({ userId }: Actor, place: HeldPlace): Promise<void> => {
      await database.write(async (db) => {
        const row = await lockHeld(db, userId, place);
        if (!row) throw fail("not_found");
        if (row.state === "released") throw fail("conflict");
        if (row.state === "waiting") await deleteHeld(db, place);
        else await putAway(db, place);
      });
      publish.toUser(userId, "message:withdrawn", place);
      heldNews.moved();
    },

    /** Forgets what was decided long ago. Doing it twice does nothing more. */
    forgetDecided: (): Promise<void> => database.write((db) => dropDecided(db, new Date(clock().getTime() - DECIDED_MS))),

    /** Forgets what people sent so long ago that it says nothing any more. */
    forgetSent: (): Promise<void> => database.write(dropSent),
  };
};
export type HeldService = ReturnType<typeof createHeldService>;

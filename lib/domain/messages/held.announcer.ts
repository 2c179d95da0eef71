import { eq } from "drizzle-orm";
import type { Database } from "#lib/db/client.ts";
import { heldMessages } from "#lib/db/schema/index.ts";
import type { Log, Publisher } from "../ports.ts";
import { createTurns } from "../turns.ts";

type Deps = { database: Database; publish: Publisher; log: Log };

/** Tells moderators how many messages wait for them, after a commit that changed it. */
export const createHeldAnnouncer = ({ database, publish, log }: Deps) => {
  const turns = createTurns();
  const announce = async (): Promise<void> => {
    const waiting = await database.read((db) => db.$count(heldMessages, eq(heldMessages.state, "waiting")));
    publish.toModerators("moderation:held", { waiting });
  };
  return {
    /** Returns at once, as the queue of reports does: the last word is never an older count. */
    moved: (): void => {
      turns.take("held", announce).catch((error: unknown) => log.warn({ error }, "what waits could not be announced"));
    },
  };
};
export type HeldAnnouncer = ReturnType<typeof createHeldAnnouncer>;

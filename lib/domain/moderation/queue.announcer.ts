import type { Database } from "#lib/db/client.ts";
import type { Log, Publisher } from "../ports.ts";
import { createTurns } from "../turns.ts";
import { findQueueState } from "./queue.reader.ts";

type Deps = { database: Database; publish: Publisher; log: Log };

/** Tells moderators how many reports wait, after a commit that changed it. */
export const createQueueAnnouncer = ({ database, publish, log }: Deps) => {
  const turns = createTurns();
  const announce = async (): Promise<void> => publish.toModerators("moderation:queue", await database.read(findQueueState));
  return {
    /**
     * Returns at once: a count that could not be told comes with the next look at the queue. One after the other, so that the last
     * word is never an older count.
     */
    moved: (): void => {
      turns.take("queue", announce).catch((error: unknown) => log.warn({ error }, "the queue of reports could not be announced"));
    },
  };
};
export type QueueAnnouncer = ReturnType<typeof createQueueAnnouncer>;

import { type HistoryDisk, type KeptPerson, wipeHistory, writeKeptPerson } from "./history-disk.ts";
import { createHistoryKeeper } from "./history-keeper.ts";
import type { createInboxRequests } from "./inbox-requests.ts";
import type { LiveCache } from "./live-cache.ts";

type Deps = {
  self: KeptPerson;
  live: LiveCache;
  disk: HistoryDisk;
  readNewest: ReturnType<typeof createInboxRequests>["readNewest"];
  isConnected: () => boolean;
};

const FORGET_MS = 2_000;

/** What this browser keeps of one person's conversations, for a time without a network. */
export const createOwnHistory = ({ self, ...held }: Deps) => {
  let isStopped = false;
  let keeper: { stop: () => void } | undefined;
  return {
    /** A browser that keeps nothing has no history; everything else works. */
    keep: async (): Promise<void> => {
      await writeKeptPerson(self);
      if (!isStopped) keeper = createHistoryKeeper({ userId: self.userId, ...held });
    },
    /** Whoever's session has ended, here or from another device, is read here no longer. What waits in the outbox stays. */
    forget: async (): Promise<void> => {
      const wiped = wipeHistory((userId) => userId === self.userId).catch(() => undefined);
      // A storage that does not answer must not keep the page from saying that the session has ended.
      await Promise.race([wiped, new Promise((resolve) => setTimeout(resolve, FORGET_MS))]);
    },
    stop: (): void => {
      isStopped = true;
      keeper?.stop();
    },
  };
};

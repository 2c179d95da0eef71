import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "#lib/domain/ports.ts";

/** An entry that is older cannot go without being missed. */
const LOOK_EVERY_MS = 5_000;

type Deps = { keep: () => Promise<void>; log: Log; everyMs?: number };

/** Keeps the head of the audit log outside the database, again and again. Every process does, each where its data is. */
export const watchAuditHead = ({ keep, log, everyMs = LOOK_EVERY_MS }: Deps) => {
  let isDown = false;
  const stopped = new AbortController();

  const look = async (): Promise<void> => {
    try {
      await keep();
      isDown = false;
    } catch (error) {
      if (!isDown) log.warn({ error }, "the head of the audit log could not be kept");
      isDown = true;
    }
  };

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await look();
      await delay(everyMs, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined);
    }
  };
  void run();

  return {
    /** Looks once more, so that a stop leaves nothing unkept. */
    stop: async (): Promise<void> => {
      stopped.abort();
      await look();
    },
  };
};

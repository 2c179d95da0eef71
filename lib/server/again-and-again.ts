import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "#lib/domain/ports.ts";

type Deps = {
  work: () => Promise<void>;
  everyMs: number;
  /** What the log is told when it fails; it is tried again all the same. */
  complaint: string;
  log: Log;
};

/** Does it at once, and again so long after each time, until it is stopped. */
export const againAndAgain = ({ work, everyMs, complaint, log }: Deps) => {
  const stopped = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await work().catch((error: unknown) => log.warn({ error }, complaint));
      await delay(everyMs, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined);
    }
  };
  void run();
  return { stop: (): void => stopped.abort() };
};

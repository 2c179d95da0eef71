import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "#lib/domain/ports.ts";

/** A booking or a viewing ends this long after its time at most; steps that come in between are refused all the same. */
const LOOK_EVERY_MS = 1_000;

type Deps = { expireDue: () => Promise<void>; log: Log; everyMs?: number };

/** Ends what waits for an answer too long, or whose time is over. Every process looks; a look that finds another one at it leaves it alone. */
export const watchDeadlines = ({ expireDue, log, everyMs = LOOK_EVERY_MS }: Deps) => {
  let isDown = false;
  const stopped = new AbortController();

  /** The next look finds what this one could not. */
  const noteOutage = (error: unknown): void => {
    if (!isDown) log.warn({ error }, "the watch of deadlines could not look");
    isDown = true;
  };

  const look = async (): Promise<void> => {
    await expireDue();
    isDown = false;
  };

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await look().catch(noteOutage);
      await delay(everyMs, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined);
    }
  };
  void run();

  return { stop: (): void => stopped.abort() };
};

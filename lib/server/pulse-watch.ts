import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "#lib/domain/ports.ts";

const BEAT_MS = 5_000;

type Deps = { beat: () => Promise<void>; log: Log; everyMs?: number };

/** Looks at how this process is, again and again. */
export const watchPulse = ({ beat, log, everyMs = BEAT_MS }: Deps) => {
  const stopped = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await beat().catch((error: unknown) => log.warn({ error }, "the pulse could not be taken"));
      await delay(everyMs, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined);
    }
  };
  void run();
  return { stop: (): void => stopped.abort() };
};

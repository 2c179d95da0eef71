import type { JobName } from "#lib/contract/jobs.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Once in every `everyMs`, `afterMs` behind its beginning (in UTC). */
type Rhythm = { everyMs: number; afterMs: number };

/** What is done again and again, by the name of its job; its payload is empty. */
export const schedule = {
  "digest:sweep": { everyMs: MINUTE_MS, afterMs: 0 },
  "unread:recount": { everyMs: 10 * MINUTE_MS, afterMs: 5 * MINUTE_MS },
  "sent:sweep": { everyMs: 10 * MINUTE_MS, afterMs: 5 * MINUTE_MS },
  "upkeep:clean": { everyMs: DAY_MS, afterMs: 3 * HOUR_MS },
} as const satisfies Partial<Record<JobName, Rhythm>>;

/** The last moment up to now at which such work was due. Work that was missed is due once, not as often as it was missed. */
export const slotOf = ({ everyMs, afterMs }: Rhythm, now: Date): Date =>
  new Date(Math.floor((now.getTime() - afterMs) / everyMs) * everyMs + afterMs);

import { MUTED_FOR_GOOD } from "#lib/contract/page-limits.ts";
import { fail } from "../fail.ts";

const FOR_GOOD = new Date(MUTED_FOR_GOOD);

/** Until when a conversation is to be muted, as it is stored. @throws {Failure} validation_failed for an end that has passed */
export const muteEnd = (until: string | undefined, now: Date): Date => {
  const end = until === undefined ? FOR_GOOD : new Date(until);
  if (end > now) return end;
  throw fail("validation_failed", { details: [{ path: ["until"], message: "must lie in the future" }] });
};

/** An end as requests, answers and events tell it: null for none. */
export const toldEnd = (end: Date): string | null => (end < FOR_GOOD ? end.toISOString() : null);

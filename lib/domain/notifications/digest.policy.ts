import type { Waiting } from "./digest.reader.ts";
import { quietUntil } from "./quiet-hours.policy.ts";

const PATIENCE_MS = 15 * 60_000;

/** Whether the time of a mail has come: what is unread has waited a quarter of an hour, and nobody is disturbed. */
export const isDigestDue = ({ waitsSince, quietHours }: Omit<Waiting, "userId">, now: Date): boolean =>
  now.getTime() - waitsSince.getTime() >= PATIENCE_MS && !(quietHours && quietUntil(quietHours, now));

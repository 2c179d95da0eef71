import type { Suspension } from "#lib/contract/accounts.ts";
import type { ErrorCode } from "#lib/contract/errors.ts";
import { NO_END } from "#lib/contract/primitives.ts";

/** Till when somebody is kept out, or nothing when they are welcome. */
export const suspensionOf = ({ bannedUntil }: { bannedUntil: Date | null }, now: Date): Suspension | undefined => {
  if (!bannedUntil || bannedUntil <= now) return undefined;
  const until = bannedUntil.toISOString();
  return { until: until === NO_END ? null : until };
};

type AdminAct = { actorId: string; targetId: string; adminIds: readonly string[] };

/**
 * Why an admin may not keep somebody out or change their role, or nothing. `adminIds` are those who can act now. Who
 * acts stays an admin, so that there is always one.
 */
export const refusalOfAct = ({ actorId, targetId, adminIds }: AdminAct): ErrorCode | undefined => {
  if (!adminIds.includes(actorId)) return "forbidden";
  return actorId === targetId ? "conflict" : undefined;
};

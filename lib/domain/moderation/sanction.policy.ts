import type { Role } from "#lib/contract/accounts.ts";
import type { ErrorCode } from "#lib/contract/errors.ts";
import { isModerator } from "../accounts/moderator.policy.ts";

/** Somebody as they stand at the moment of the commit. */
export type Standing = { id: string; role: Role; isBanned: boolean };

/**
 * Why somebody may not act on somebody else, or nothing: a moderator acts on students and landlords, an admin on all but oneself.
 * Who is kept out acts no more.
 */
export const refusalOfSanction = (actor: Standing | undefined, target: Standing | undefined): ErrorCode | undefined => {
  if (!actor || actor.isBanned || !isModerator(actor.role)) return "forbidden";
  if (!target) return "not_found";
  if (actor.id === target.id) return "conflict";
  return actor.role === "moderator" && isModerator(target.role) ? "forbidden" : undefined;
};

type Contested = { actorId: string; liftedAt: Date | null; appealedAt: Date | null };

/** Why somebody may not decide an appeal, or nothing: whoever did it does not judge it. */
export const refusalOfAppealDecision = (deciderId: string, { actorId }: Pick<Contested, "actorId">): ErrorCode | undefined =>
  deciderId === actorId ? "forbidden" : undefined;

/** Why nothing can be said against it, or nothing: it counts no longer, or something was said already. */
export const refusalOfAppeal = ({ liftedAt, appealedAt }: Omit<Contested, "actorId">): ErrorCode | undefined =>
  liftedAt || appealedAt ? "conflict" : undefined;

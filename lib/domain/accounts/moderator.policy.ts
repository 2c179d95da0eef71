import type { Role } from "#lib/contract/accounts.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";

/** Who decides on reports. */
export const isModerator = (role: Role): boolean => role === "moderator" || role === "admin";

/** @throws {Failure} forbidden for anybody but a moderator or an admin */
export const assertModerator = ({ role }: Pick<Actor, "role">): void => {
  if (!isModerator(role)) throw fail("forbidden");
};

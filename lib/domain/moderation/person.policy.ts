import type { Role } from "#lib/contract/accounts.ts";
import { isModerator } from "../accounts/moderator.policy.ts";

const STUDENTS_AND_LANDLORDS: readonly Role[] = ["student", "landlord"];
const EVERYBODY: readonly Role[] = [...STUDENTS_AND_LANDLORDS, "moderator", "admin"];

/** Of which roles somebody may look people up: a moderator knows nothing more of their own kind than anybody else. */
export const rolesInSight = (viewer: Role): readonly Role[] => {
  if (!isModerator(viewer)) return [];
  return viewer === "admin" ? EVERYBODY : STUDENTS_AND_LANDLORDS;
};

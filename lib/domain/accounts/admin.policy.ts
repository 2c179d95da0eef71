import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";

/** @throws {Failure} forbidden for anybody but an admin */
export const assertAdmin = ({ role }: Pick<Actor, "role">): void => {
  if (role !== "admin") throw fail("forbidden");
};

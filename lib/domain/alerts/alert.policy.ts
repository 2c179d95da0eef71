import { alertLimits } from "#lib/contract/alert-rules.ts";
import { fail } from "../fail.ts";

/** Of more than a few nobody reads any. @throws {Failure} conflict when there are as many already */
export const assertRoomForAlert = (current: number): void => {
  if (current < alertLimits.current) return;
  throw fail("conflict", {
    message: "There are as many alerts as there may be at a time.",
    details: { reason: "too_many", most: alertLimits.current },
  });
};

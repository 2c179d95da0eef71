import type { BlockRequest } from "#lib/contract/safety.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";

type Blocking = {
  actor: Pick<Actor, "userId">;
  input: BlockRequest;
  /** There is such a person. */
  exists: boolean;
  /** The members of the named conversation, if one is named. */
  memberIds: string[] | undefined;
};

/**
 * Whether one may block somebody, or take it back.
 * @throws {Failure} not_participant in a conversation that one is not in, not_found for somebody who is not, validation_failed
 */
export const mayBlock = ({ actor, input, exists, memberIds }: Blocking): void => {
  if (memberIds && !memberIds.includes(actor.userId)) throw fail("not_participant");
  if (input.userId === actor.userId) {
    throw fail("validation_failed", { details: [{ path: ["userId"], message: "must be somebody else" }] });
  }
  if (!exists || memberIds?.includes(input.userId) === false) throw fail("not_found");
};

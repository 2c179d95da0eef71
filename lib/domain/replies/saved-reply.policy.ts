import { replyLimits } from "#lib/contract/reply-rules.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";

/** @throws {Failure} forbidden for anybody but a landlord */
export const assertMaySave = ({ role }: Pick<Actor, "role">): void => {
  if (role !== "landlord") throw fail("forbidden", { message: "Only landlords have saved replies." });
};

/** @throws {Failure} conflict when there are as many already */
export const assertRoomForReply = (count: number): void => {
  if (count < replyLimits.ofLandlord) return;
  throw fail("conflict", {
    message: "There are as many saved replies as there may be.",
    details: { reason: "too_many", most: replyLimits.ofLandlord },
  });
};

import { fail } from "../fail.ts";

/** Whoever has taken a report on has it to themselves for so long. */
const CLAIM_MS = 30 * 60_000;

export type Docket = {
  reporterId: string;
  reportedId: string;
  claimedBy: string | null;
  claimedAt: Date | null;
  decidedAt: Date | null;
};

/** Who made a report or is meant by it sees nothing of it here. */
export const isParty = (userId: string, { reporterId, reportedId }: Pick<Docket, "reporterId" | "reportedId">): boolean =>
  userId === reporterId || userId === reportedId;

const isTaken = (userId: string, { claimedBy, claimedAt }: Docket, now: Date): boolean =>
  claimedBy !== null && claimedBy !== userId && claimedAt !== null && now.getTime() - claimedAt.getTime() < CLAIM_MS;

/**
 * Whether a moderator may take a report on or decide it.
 * @throws {Failure} not_found for who is part of it, conflict where it is decided or somebody else works on it
 */
export const mayWorkOn = (userId: string, docket: Docket, now: Date): void => {
  if (isParty(userId, docket)) throw fail("not_found");
  if (docket.decidedAt) throw fail("conflict", { message: "It is decided already.", details: { reason: "decided" } });
  if (isTaken(userId, docket, now))
    throw fail("conflict", { message: "Somebody else works on it.", details: { reason: "claimed" } });
};

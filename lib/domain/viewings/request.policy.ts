import type { ViewingRequest } from "#lib/contract/viewings.ts";
import type { Actor } from "../actor.ts";
import { type Failure, fail } from "../fail.ts";

const malformed = (path: string, message: string): Failure => fail("validation_failed", { details: [{ path: [path], message }] });

type Home = { listingId: string; landlordId: string; isPublished: boolean };
type Talk = { listingId: string | null; members: { userId: string; role: Actor["role"] }[] };

type Requesting = {
  actor: Pick<Actor, "userId" | "role">;
  input: Pick<ViewingRequest, "conversationId">;
  /** What the request names, if there is such a home. */
  home: Home | undefined;
  /** The conversation that it names. */
  talk: Talk | undefined;
};

export type Pair = { studentId: string; landlordId: string };

/** The landlord asks a student whom the conversation names; a student asks for a home that is published or talked about. */
const pairOf = ({ actor, home, talk }: Requesting, { landlordId, isPublished }: Home): Pair => {
  const student = talk?.members.find(({ userId, role }) => role === "student" && userId !== landlordId);
  if (actor.userId === landlordId) {
    if (!talk) throw malformed("conversationId", "must be named: it says which student is asked");
    if (student && talk.listingId === home?.listingId) return { studentId: student.userId, landlordId };
  }
  const isWithLandlord = talk?.members.some(({ userId }) => userId === landlordId) ?? isPublished;
  if (!talk && !isPublished) throw fail("not_found");
  if (actor.role === "student" && isWithLandlord) return { studentId: actor.userId, landlordId };
  throw fail("forbidden", { message: "A viewing is between a student and the landlord of the home." });
};

/** Who asks whom. @throws {Failure} not_found, forbidden, validation_failed */
export const mayRequest = (asked: Requesting): Pair => {
  const { actor, input, home, talk } = asked;
  if (talk && !talk.members.some(({ userId }) => userId === actor.userId)) throw fail("not_found");
  if (input.conversationId !== undefined && talk?.listingId === null) throw malformed("conversationId", "is not about a home");
  if (!home) throw fail("not_found");
  if (talk && talk.listingId !== home.listingId) throw malformed("listingId", "is not what the conversation is about");
  return pairOf(asked, home);
};

import type { OpenDirect } from "#lib/contract/conversations.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";

type Home = { landlordId: string; isPublished: boolean };

/** Whether somebody may begin to talk about it. */
export const isOnTheMarket = (listing: Home | undefined, userId: string): listing is Home =>
  listing !== undefined && (listing.isPublished || listing.landlordId === userId);

type Opening = {
  actor: Pick<Actor, "userId">;
  input: OpenDirect;
  /** The person to talk to, if there is such a one. */
  other: { id: string } | undefined;
  /** The listing to talk about, if it is published or one of the two offers it. */
  listing: Home | undefined;
  /** One of the two blocks the other. */
  blocked: boolean;
};

const malformed = (path: string, message: string) => fail("validation_failed", { details: [{ path: [path], message }] });

/** @throws {Failure} not_found, validation_failed or blocked */
export const mayOpen = ({ actor, input, other, listing, blocked }: Opening): void => {
  if (input.userId === actor.userId) throw malformed("userId", "must be somebody else");
  if (!other) throw fail("not_found");
  if (input.listingId !== undefined) {
    if (!isOnTheMarket(listing, actor.userId)) throw fail("not_found");
    if (listing.landlordId !== actor.userId && listing.landlordId !== input.userId)
      throw malformed("listingId", "is offered by neither of the two");
  }
  if (blocked) throw fail("blocked");
};

import { homeLimits } from "#lib/contract/housing-limits.ts";
import type { HomeConflict, ListingStatus, MissingPart } from "#lib/contract/own-listings.ts";
import type { Actor } from "../actor.ts";
import { type Failure, fail } from "../fail.ts";

type Home = { landlordId: string; publishedAt: Date | null; pausedPublishedAt: Date | null };
type Told = { city: string; street: string; tagline: string; description: string };

const WORDS: Record<HomeConflict, string> = {
  incomplete: "This home lacks something that others need to know.",
  in_use: "Somebody has asked about this, so it can only be paused.",
  too_many: "There are as many of these as there may be.",
};

export const homeConflict = (reason: HomeConflict, more: object = {}): Failure =>
  fail("conflict", { message: WORDS[reason], details: { reason, ...more } });

/** @throws {Failure} forbidden for anybody but a landlord */
export const assertLandlord = ({ role }: Pick<Actor, "role">): void => {
  if (role !== "landlord") throw fail("forbidden", { message: "Only landlords have homes to let." });
};

/** @throws {Failure} not_found for what the actor may not know of, forbidden for what they see and is not theirs */
export const assertOwn = (actor: Pick<Actor, "userId">, home: Home | undefined): void => {
  if (home?.landlordId === actor.userId) return;
  throw fail(home?.publishedAt ? "forbidden" : "not_found");
};

export const statusOf = ({ publishedAt, pausedPublishedAt }: Omit<Home, "landlordId">): ListingStatus => {
  if (publishedAt) return "published";
  return pausedPublishedAt ? "paused" : "draft";
};

/** What a home lacks before others may find it. */
export const missingParts = (told: Told, roomCount: number): MissingPart[] => {
  const texts = (["city", "street", "tagline", "description"] as const).filter((part) => told[part].trim() === "");
  return roomCount > 0 ? texts : [...texts, "rooms"];
};

/** What is shown must be whole. @throws {Failure} conflict, naming what is missing */
export const assertShowable = (told: Told, roomCount: number): void => {
  const missing = missingParts(told, roomCount);
  if (missing.length > 0) throw homeConflict("incomplete", { missing });
};

type Publication = Pick<Home, "publishedAt" | "pausedPublishedAt">;

/** A home that was paused comes back to its place: pausing and publishing must not be a way to the top. */
export const afterPublishing = ({ publishedAt, pausedPublishedAt }: Publication, now: Date): Publication => ({
  publishedAt: publishedAt ?? pausedPublishedAt ?? now,
  pausedPublishedAt: null,
});

/** A draft stays what it is: there is nothing to take out of the search. */
export const afterPausing = ({ publishedAt, pausedPublishedAt }: Publication): Publication => ({
  publishedAt: null,
  pausedPublishedAt: publishedAt ?? pausedPublishedAt,
});

/** @throws {Failure} conflict when there are as many already */
export const assertRoomFor = (what: "listingsOfLandlord" | "roomsOfListing" | "photosOfListing", count: number): void => {
  if (count >= homeLimits[what]) throw homeConflict("too_many", { most: homeLimits[what] });
};

const DAY_MS = 86_400_000;

/** @throws {Failure} validation_failed for a day that is years away; one that is past means now */
export const assertOffer = (day: string, today: string): void => {
  if (Date.parse(day) <= Date.parse(today) + homeLimits.offerDays * DAY_MS) return;
  throw fail("validation_failed", { details: [{ path: ["availableFrom"], message: "must be within three years" }] });
};

/** @throws {Failure} validation_failed when an order does not name each of them once */
export const assertSameIds = (ids: readonly string[], known: readonly string[]): void => {
  const isSame = ids.length === known.length && known.every((id) => ids.includes(id));
  if (!isSame) throw fail("validation_failed", { details: [{ path: ["ids"], message: "must name each photo once" }] });
};

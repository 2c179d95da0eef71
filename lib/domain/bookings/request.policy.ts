import type { BookingStatus } from "#lib/contract/bookings.ts";
import { limits } from "#lib/contract/limits.ts";
import type { Actor } from "../actor.ts";
import { type Failure, fail } from "../fail.ts";
import { holdsRoom, overlaps, type Stay } from "./booking.policy.ts";

const DAY_MS = 86_400_000;

const malformed = (path: string, message: string): Failure => fail("validation_failed", { details: [{ path: [path], message }] });

const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Dates that may be asked for; `mayHaveBegun` for a stay that is under way. @throws {Failure} validation_failed */
export const assertStay = ({ from, to }: Stay, today: string, { mayHaveBegun = false } = {}): void => {
  if (!mayHaveBegun && from < today) throw malformed("from", "must not be in the past");
  if (to <= from) throw malformed("to", "must be after the first day");
  if (to <= today) throw malformed("to", "must not be in the past");
  if (to > dayAfter(from, limits.bookingDays) || from > dayAfter(today, limits.bookingDays)) {
    throw malformed("to", "must be within two years");
  }
};

type Taken = Stay & { id: string; status: BookingStatus };

/** The bookings that make a stay in the room impossible. */
export const inTheWay = <Other extends Taken>(stay: Stay, others: readonly Other[]): Other[] =>
  others.filter((other) => holdsRoom(other.status) && overlaps(stay, other));

type Requesting = {
  actor: Pick<Actor, "userId" | "role">;
  stay: Stay;
  /** The room, if its listing is published or the actor's own. */
  room: { landlordId: string; isPublished: boolean; availableFrom: string } | undefined;
  today: string;
};

/** @throws {Failure} not_found, forbidden, validation_failed, conflict */
export const mayRequest = ({ actor, stay, room, today }: Requesting): void => {
  if (!room) throw fail("not_found");
  if (room.landlordId === actor.userId) throw malformed("roomId", "is one's own");
  if (!room.isPublished) throw fail("not_found");
  if (actor.role !== "student") throw fail("forbidden", { message: "Only students can request rooms." });
  assertStay(stay, today);
  if (stay.from < room.availableFrom) {
    const details = { reason: "not_free_yet", availableFrom: room.availableFrom };
    throw fail("conflict", { message: "This room is not free yet on these dates.", details });
  }
};

import { limits } from "#lib/contract/limits.ts";
import type { ViewingKind, ViewingSlot } from "#lib/contract/viewings.ts";
import { fail } from "../fail.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export type Slot = { startsAt: Date; minutes: number };

export const endOf = ({ startsAt, minutes }: Slot): Date => new Date(startsAt.getTime() + minutes * MINUTE_MS);

const isSame = (one: Slot, other: Slot): boolean =>
  one.startsAt.getTime() === other.startsAt.getTime() && one.minutes === other.minutes;

/** The same times, in whatever order. */
export const areSame = (slots: readonly Slot[], others: readonly Slot[]): boolean =>
  slots.length === others.length && slots.every((slot) => others.some((other) => isSame(slot, other)));

/** Whoever leaves the one may come to the other at that very moment. */
export const overlaps = (one: Slot, other: Slot): boolean => one.startsAt < endOf(other) && other.startsAt < endOf(one);

/** What the wire says, the earliest first. */
export const slotsOf = (slots: readonly ViewingSlot[]): Slot[] =>
  slots
    .map(({ startsAt, minutes }) => ({ startsAt: new Date(startsAt), minutes }))
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());

export const presentSlot = ({ startsAt, minutes }: Slot): ViewingSlot => ({ startsAt: startsAt.toISOString(), minutes });

const flawOf = (slot: Slot, index: number, slots: readonly Slot[], now: Date): string | undefined => {
  const at = slot.startsAt.getTime();
  if (at <= now.getTime()) return "must be in the future";
  if (at > now.getTime() + limits.viewingDays * DAY_MS) return "must be within half a year";
  if (at % MINUTE_MS !== 0) return "must be a whole minute";
  return slots.slice(0, index).some((other) => overlaps(slot, other)) ? "must not overlap another one" : undefined;
};

/** Times that may be offered. @throws {Failure} validation_failed, with an issue for each that may not */
export const assertSlots = (slots: readonly Slot[], now: Date): void => {
  const details = slots.flatMap((slot, index) => {
    const message = flawOf(slot, index, slots, now);
    return message === undefined ? [] : [{ path: ["slots", index, "startsAt"], message }];
  });
  if (details.length > 0) throw fail("validation_failed", { details });
};

/** A viewing that is agreed on: whose, where, when. */
export type Appointment = Slot & { studentId: string; landlordId: string; listingId: string; kind: ViewingKind };

/** A landlord may show one home to several at once: that is no clash, unless one of them only sees it through a camera. */
const isOpenHouse = (one: Appointment, other: Appointment): boolean =>
  one.listingId === other.listingId && one.kind === "on_site" && other.kind === "on_site" && one.studentId !== other.studentId;

/** The people of an appointment who would have to be at two places, for those others that they have agreed on. */
export const doubleBooked = (appointment: Appointment, others: readonly Appointment[]): Set<string> => {
  const clashes = others.filter((other) => overlaps(appointment, other) && !isOpenHouse(appointment, other));
  const taken = new Set(clashes.flatMap(({ studentId, landlordId }) => [studentId, landlordId]));
  return new Set([appointment.studentId, appointment.landlordId].filter((id) => taken.has(id)));
};

import type { BookingEventName, BookingParty, BookingReason, expiryReasons } from "#lib/contract/bookings.ts";
import type { NewNotification } from "../notifications/notification.service.ts";
import { type Change, lineOf } from "./booking-change.ts";

type Told = readonly Exclude<BookingParty, "server">[];

const both: Told = ["student", "landlord"];

/** Who is told of a step, unless it was their own. */
export const toldOfStep: Record<Exclude<BookingEventName, "expire">, Told> = {
  request: ["landlord"],
  approve: ["student"],
  decline: ["student"],
  withdraw: ["landlord"],
  confirm: ["landlord"],
  cancel: both,
  "check-in": ["student"],
  complete: ["student"],
  "propose-dates": both,
  "accept-dates": both,
  "decline-dates": both,
};

/** Who is told of an end by time. The landlord has just given the dates to somebody else and knows that they are taken. */
export const toldOfExpiry: Record<(typeof expiryReasons)[number], Told> = {
  no_answer: both,
  not_confirmed: both,
  dates_taken: ["student"],
};

const isExpiry = (reason: BookingReason | null): reason is keyof typeof toldOfExpiry =>
  reason !== null && Object.hasOwn(toldOfExpiry, reason);

const toldOf = ({ event, reason }: Change): Told => {
  if (event !== "expire") return toldOfStep[event];
  return isExpiry(reason) ? toldOfExpiry[reason] : both;
};

/** Those who are to be notified of a change. */
export const noticesOf = (change: Change, listingId: string | undefined): NewNotification[] => {
  const { row, actorId } = change;
  if (listingId === undefined) return [];
  const people = toldOf(change).map((party) => (party === "student" ? row.studentId : row.landlordId));
  const { conversationId, updatedAt: createdAt } = row;
  return people
    .filter((userId) => userId !== actorId)
    .map((userId) => ({ userId, actorId, conversationId, listingId, about: lineOf(change), createdAt }));
};
